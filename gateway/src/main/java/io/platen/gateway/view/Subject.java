package io.platen.gateway.view;

import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.IdentityEvent;
import io.platen.contracts.identity.LoginLocked;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.SignInFailed;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.identity.UserSignedIn;
import io.platen.contracts.identity.UserSignedOut;
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadSubmitted;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom or what an event is about. */
record Subject(
        Kind kind,
        String id,
        @Nullable UUID device,
        @Nullable UUID account,
        @Nullable UUID user) {

    enum Kind {
        DEVICE,
        ACCOUNT,
        USER,
        MODEL
    }

    /** Empty for events of services that have no part in the view yet. */
    static Optional<Subject> of(PublishedEvent event) {
        return switch (event) {
            case IdentityEvent identity -> Optional.of(of(identity));
            case DeviceEvent device -> Optional.of(of(device));
            case MeterEvent meter -> Optional.of(of(meter));
            default -> Optional.empty();
        };
    }

    private static Subject of(IdentityEvent event) {
        return switch (event) {
            case AccountRegistered e -> account(e.accountId());
            case AgentRegistered e -> account(e.accountId());
            case UserCreated e -> user(e.userId(), null);
            case UserLanguageChanged e -> user(e.userId(), null);
            case UserDeactivated e -> user(e.userId(), null);
            case StaffRoleAssigned e -> user(e.userId(), null);
            case UserSignedIn e -> user(e.userId(), null);
            case UserSignedOut e -> user(e.userId(), null);
            case SignInFailed e -> user(e.userId(), null);
            case LoginLocked e -> user(e.userId(), null);
            case RoleAssigned e -> user(e.userId(), e.accountId());
            case UserFunctionsChanged e -> user(e.userId(), e.accountId());
        };
    }

    private static Subject of(DeviceEvent event) {
        return switch (event) {
            case ModelRegistered e -> new Subject(Kind.MODEL, e.modelId().toString(), null, null, null);
            case DeviceRegistered e -> device(e.deviceId(), null, null);
            case DeviceLocationChanged e -> device(e.deviceId(), null, null);
            case DeviceCommunicationReceived e -> device(e.deviceId(), null, null);
            case CounterReported e -> device(e.deviceId(), null, null);
            case SupplyLevelsReported e -> device(e.deviceId(), null, null);
            case TonerLow e -> device(e.deviceId(), null, null);
            case TonerReplaced e -> device(e.deviceId(), null, null);
            case DeviceAddedToAccount e -> device(e.deviceId(), e.accountId(), null);
            case DeviceRemovedFromAccount e -> device(e.deviceId(), e.accountId(), null);
            case DeviceAssigned e -> device(e.deviceId(), e.accountId(), e.userId());
            case DeviceUnassigned e -> device(e.deviceId(), e.accountId(), e.userId());
        };
    }

    private static Subject of(MeterEvent event) {
        return switch (event) {
            case MeterReadSubmitted e -> device(e.deviceId(), null, null);
            case MeterReadRejected e -> device(e.deviceId(), null, null);
        };
    }

    private static Subject device(DeviceId device, @Nullable AccountId account, @Nullable UserId user) {
        return new Subject(
                Kind.DEVICE,
                device.toString(),
                device.value(),
                account == null ? null : account.value(),
                user == null ? null : user.value());
    }

    private static Subject account(AccountId account) {
        return new Subject(Kind.ACCOUNT, account.toString(), null, account.value(), null);
    }

    private static Subject user(UserId user, @Nullable AccountId account) {
        return new Subject(Kind.USER, user.toString(), null, account == null ? null : account.value(), user.value());
    }
}

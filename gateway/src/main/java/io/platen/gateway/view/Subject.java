package io.platen.gateway.view;

import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.CommunicationTestFailed;
import io.platen.contracts.device.CommunicationTestPassed;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAlertsReported;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupCreated;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.TicketReference;
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
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import io.platen.contracts.supply.AutoTonerDetailsChanged;
import io.platen.contracts.supply.AutoTonerDisabled;
import io.platen.contracts.supply.AutoTonerEnabled;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketAssigned;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketEvent;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.contracts.ticket.TicketTriageOverdue;
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
        MODEL,
        GROUP,
        REQUEST,
        CORRECTION,
        INVESTIGATION,
        AGENT,
        TICKET,
        ORDER,
        CONTRACT,
        INVOICE
    }

    /** The reference of the ticket, where it is about one. */
    @Nullable
    String ticket() {
        return kind == Kind.TICKET ? id : null;
    }

    @Nullable
    UUID order() {
        return kind == Kind.ORDER ? UUID.fromString(id) : null;
    }

    /** Empty for events of services that have no part in the view yet. */
    static Optional<Subject> of(PublishedEvent event) {
        return switch (event) {
            case IdentityEvent identity -> Optional.of(of(identity));
            case DeviceEvent device -> Optional.of(of(device));
            case MeterEvent meter -> Optional.of(of(meter));
            case TicketEvent ticket -> Optional.of(of(ticket));
            case SupplyEvent supply -> Optional.of(of(supply));
            case BillingEvent billing -> Optional.of(of(billing));
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
            case DeviceAlertsReported e -> device(e.deviceId(), null, null);
            case CommunicationTestPassed e -> device(e.deviceId(), null, null);
            case CommunicationTestFailed e -> device(e.deviceId(), null, null);
            case AgentHealthReported e ->
                new Subject(
                        Kind.AGENT, e.agentId().toString(), null, e.accountId().value(), null);
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
            case DeviceNoteChanged e -> device(e.deviceId(), null, null);
            case DeviceReconnectionRequired e -> device(e.deviceId(), null, null);
            case DeviceCommunicationLost e -> device(e.deviceId(), null, null);
            case DeviceStateChanged e -> device(e.deviceId(), null, null);
            case RemoteEligibilityChanged e -> device(e.deviceId(), null, null);
            case DeviceCoverageChanged e -> device(e.deviceId(), null, null);
            case DeviceReplaced e -> device(e.deviceId(), e.accountId(), null);
            case DeviceRequested e -> request(e.number(), e.deviceId(), e.accountId());
            case DeviceRequestApproved e -> request(e.number(), e.deviceId(), e.accountId());
            case DeviceRequestRejected e -> request(e.number(), e.deviceId(), e.accountId());
            case DeviceGroupCreated e -> group(e.groupId(), e.accountId());
            case DeviceGroupChanged e -> group(e.groupId(), e.accountId());
            case DeviceGroupDeleted e -> group(e.groupId(), e.accountId());
        };
    }

    private static Subject of(MeterEvent event) {
        return switch (event) {
            case MeterReadSubmitted e -> device(e.deviceId(), null, null);
            case MeterReadRejected e -> device(e.deviceId(), null, null);
            case MeterReadScheduled e -> device(e.deviceId(), null, null);
            case MeterReadDue e -> device(e.deviceId(), null, null);
            case MeterReadMissed e -> device(e.deviceId(), null, null);
            case MeterScheduleEnded e -> device(e.deviceId(), null, null);
            case MeterUploadCompleted e -> user(e.userId(), null);
            case MeterUploadRejected e -> user(e.userId(), null);
            case MeterCounterReset e -> device(e.deviceId(), null, null);
            case MeterReadCorrected e -> device(e.deviceId(), null, null);
            case MeterCorrectionRequested e -> of(Kind.CORRECTION, e.number(), e.deviceId(), e.accountId());
            case MeterCorrectionRejected e -> of(Kind.CORRECTION, e.number(), e.deviceId(), null);
            case MeterInvestigationOpened e -> of(Kind.INVESTIGATION, e.number(), e.deviceId(), null);
            case MeterInvestigationClosed e -> of(Kind.INVESTIGATION, e.number(), e.deviceId(), null);
        };
    }

    /** Whose ticket it is, and which device it is about, the opening alone says: the view knows it then. */
    private static Subject of(TicketEvent event) {
        return switch (event) {
            case TicketOpened e -> ticket(e.reference());
            case TicketPrioritised e -> ticket(e.reference());
            case TicketAssigned e -> ticket(e.reference());
            case EngineerDispatched e -> ticket(e.reference());
            case EngineerEnRoute e -> ticket(e.reference());
            case EngineerArrived e -> ticket(e.reference());
            case TicketResolved e -> ticket(e.reference());
            case TicketClosed e -> ticket(e.reference());
            case TicketCommented e -> ticket(e.reference());
            case TicketStateChanged e -> ticket(e.reference());
            case TicketTriageOverdue e -> ticket(e.reference());
        };
    }

    private static Subject of(SupplyEvent event) {
        return switch (event) {
            case AutoTonerEnabled e -> device(e.deviceId(), e.accountId(), null);
            case AutoTonerDetailsChanged e -> device(e.deviceId(), e.accountId(), null);
            case AutoTonerDisabled e -> device(e.deviceId(), e.accountId(), null);
            case AutoTonerStateChanged e -> device(e.deviceId(), e.accountId(), null);
            case AutoTonerShipmentSkipped e -> device(e.deviceId(), e.accountId(), null);
            case AutoTonerOrderPlaced e -> order(e.orderId());
            case SupplyOrderPlaced e -> order(e.orderId());
            case SupplyOrderShipped e -> order(e.orderId());
            case SupplyOrderDelivered e -> order(e.orderId());
        };
    }

    private static Subject of(BillingEvent event) {
        return switch (event) {
            case ContractActivated e -> billed(Kind.CONTRACT, e.contractId().toString(), e.accountId());
            case UsageRecorded e -> billed(Kind.CONTRACT, e.contractId().toString(), e.accountId());
            case ContractEnded e -> billed(Kind.CONTRACT, e.contractId().toString(), e.accountId());
            case ContractDeviceReplaced e ->
                billed(Kind.CONTRACT, e.contractId().toString(), e.accountId());
            case UsageInvoiceIssued e -> billed(Kind.INVOICE, e.invoiceId().toString(), e.accountId());
        };
    }

    private static Subject ticket(TicketReference reference) {
        return new Subject(Kind.TICKET, reference.value(), null, null, null);
    }

    private static Subject order(OrderId order) {
        return new Subject(Kind.ORDER, order.toString(), null, null, null);
    }

    private static Subject billed(Kind kind, String id, AccountId account) {
        return new Subject(kind, id, null, account.value(), null);
    }

    private static Subject device(DeviceId device, @Nullable AccountId account, @Nullable UserId user) {
        return new Subject(
                Kind.DEVICE,
                device.toString(),
                device.value(),
                account == null ? null : account.value(),
                user == null ? null : user.value());
    }

    /** Of the account that asks; the machine may still be another's. */
    private static Subject request(String number, DeviceId device, AccountId account) {
        return of(Kind.REQUEST, number, device, account);
    }

    private static Subject group(DeviceGroupId group, AccountId account) {
        return new Subject(Kind.GROUP, group.toString(), null, account.value(), null);
    }

    private static Subject of(Kind kind, String id, DeviceId device, @Nullable AccountId account) {
        return new Subject(kind, id, device.value(), account == null ? null : account.value(), null);
    }

    private static Subject account(AccountId account) {
        return new Subject(Kind.ACCOUNT, account.toString(), null, account.value(), null);
    }

    private static Subject user(UserId user, @Nullable AccountId account) {
        return new Subject(Kind.USER, user.toString(), null, account == null ? null : account.value(), user.value());
    }
}

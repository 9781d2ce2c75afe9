package io.platen.contracts.event;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
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
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One of each published event. */
final class Samples {

    private static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    private static final UserId USER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final ModelId MODEL = ModelId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a04");
    private static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final AgentId AGENT = AgentId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a06");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Location SITE = new Location(
            "Head office", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL", "2.14", ZoneId.of("Europe/Amsterdam"));

    private Samples() {}

    static Stream<PublishedEvent> all() {
        return Stream.of(
                new AccountRegistered(ACCOUNT, "C-10001", "S-500001", "Van Dijk Logistiek", "NL", "NL"),
                new UserCreated(USER, "anna.jansen@vandijk.example", "Anna Jansen", "nl"),
                new RoleAssigned(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, Set.of(Function.METER_SUBMIT)),
                new UserFunctionsChanged(USER, ACCOUNT, CustomerRole.DEVICE_MANAGER, Set.of(Function.INVOICE_VIEW)),
                new StaffRoleAssigned(USER, StaffRole.DISPATCH_PLANNER, Set.of("NL")),
                new UserLanguageChanged(USER, "pt"),
                new UserDeactivated(USER),
                new UserSignedIn(USER),
                new UserSignedOut(USER),
                new SignInFailed(USER),
                new LoginLocked(USER),
                new AgentRegistered(AGENT, ACCOUNT, "Head office"),
                new ModelRegistered(
                        MODEL,
                        "Aquila",
                        "Aquila C45",
                        List.of(Counter.TOTAL, Counter.COLOUR),
                        List.of(TonerColour.BLACK, TonerColour.CYAN),
                        true,
                        8000),
                new DeviceRegistered(
                        DEVICE,
                        MODEL,
                        "Aquila",
                        "Aquila C45",
                        "AQ45-000123",
                        null,
                        List.of(Counter.TOTAL),
                        List.of(TonerColour.BLACK),
                        null),
                new DeviceAddedToAccount(DEVICE, ACCOUNT),
                new DeviceRemovedFromAccount(DEVICE, ACCOUNT),
                new DeviceLocationChanged(DEVICE, SITE, TODAY),
                new DeviceAssigned(DEVICE, ACCOUNT, USER),
                new DeviceUnassigned(DEVICE, ACCOUNT, USER),
                new DeviceCommunicationReceived(DEVICE, AGENT, TEN),
                new CounterReported(DEVICE, Map.of(Counter.TOTAL, 42976L), TEN),
                new SupplyLevelsReported(
                        DEVICE,
                        List.of(
                                new SupplyLevel(
                                        1, SupplyKind.TONER, TonerColour.BLACK, "Black", LevelState.MEASURED, 72),
                                new SupplyLevel(2, SupplyKind.WASTE, null, "Waste", LevelState.SOME_LEFT, null)),
                        TEN),
                new TonerLow(DEVICE, TonerColour.CYAN, 1, TEN),
                new TonerReplaced(DEVICE, TonerColour.CYAN, TEN),
                new MeterReadSubmitted(
                        READ, DEVICE, Map.of(Counter.TOTAL, 1234L), TODAY, ReadSource.CUSTOMER, false, TEN, null),
                new MeterReadRejected(
                        DEVICE,
                        "METER_LOWER_THAN_PREVIOUS",
                        Map.of("total", 1100L),
                        TODAY,
                        Map.of(Counter.TOTAL, 1234L)));
    }
}

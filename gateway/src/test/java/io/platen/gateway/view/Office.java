package io.platen.gateway.view;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.SupplyKind;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One account with a device, its manager and all that was told about them. */
public final class Office {

    /** An event as it arrives. */
    public record Arrival(PublishedEvent event, EventMetadata metadata) {}

    public final AccountId account = AccountId.random();
    public final DeviceId device = DeviceId.random();
    public final UserId manager = UserId.random();
    public final String systemAccountNumber =
            "S-" + UUID.randomUUID().toString().substring(0, 8);
    public final String serialNumber = "SN" + UUID.randomUUID().toString().substring(0, 8);

    private final Map<String, Long> sequences = new java.util.HashMap<>();

    /** Everything up to a first read, in the order in which it happened. */
    public List<Arrival> history() {
        var now = Instant.now();
        var all = new ArrayList<Arrival>();
        all.add(arrival(
                account.toString(),
                new AccountRegistered(account, "C" + systemAccountNumber, systemAccountNumber, "Acme", "NL", "NL")));
        all.add(arrival(manager.toString(), new UserCreated(manager, "m@acme.example", "Mia Manager", "nl")));
        all.add(arrival(
                manager.toString(),
                new RoleAssigned(
                        manager,
                        account,
                        CustomerRole.DEVICE_MANAGER,
                        PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER))));
        all.add(arrival(
                device.toString(),
                new DeviceRegistered(
                        device,
                        ModelId.random(),
                        "Brother",
                        "HL-L8260CDW",
                        serialNumber,
                        "EQ-1",
                        List.of(Counter.TOTAL, Counter.COLOUR),
                        List.of(TonerColour.BLACK, TonerColour.CYAN),
                        2000)));
        all.add(arrival(device.toString(), new DeviceAddedToAccount(device, account)));
        all.add(arrival(
                device.toString(),
                new DeviceLocationChanged(
                        device,
                        new Location("HQ", "Street 1", "1000", "Utrecht", "NL", null, ZoneId.of("Europe/Amsterdam")),
                        LocalDate.of(2026, 1, 1))));
        all.add(arrival(device + "/" + manager, new DeviceAssigned(device, account, manager)));
        all.add(arrival(
                device.toString(), new DeviceCommunicationReceived(device, new AgentId(UUID.randomUUID()), now)));
        all.add(arrival(
                device.toString(),
                new SupplyLevelsReported(
                        device,
                        List.of(
                                new SupplyLevel(
                                        1, SupplyKind.TONER, TonerColour.BLACK, "Black", LevelState.SOME_LEFT, null),
                                new SupplyLevel(2, SupplyKind.TONER, TonerColour.CYAN, "Cyan", LevelState.MEASURED, 1)),
                        now)));
        all.add(arrival(device.toString(), new TonerLow(device, TonerColour.CYAN, 1, now)));
        all.add(read(LocalDate.of(2026, 10, 1), 1000));
        return all;
    }

    public Arrival read(LocalDate day, long total) {
        return arrival(
                "register-" + device,
                new MeterReadSubmitted(
                        ReadId.random(),
                        device,
                        Map.of(Counter.TOTAL, total, Counter.COLOUR, total / 4),
                        day,
                        ReadSource.CUSTOMER,
                        false,
                        Instant.now(),
                        null));
    }

    public Arrival arrival(String aggregate, PublishedEvent event) {
        var sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        return new Arrival(
                event,
                new EventMetadata(
                        UUID.randomUUID().toString(),
                        aggregate,
                        sequence,
                        Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                        account,
                        manager.toString(),
                        "test",
                        null));
    }
}

package io.platen.meter.automation;

import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.meter.investigate.Suspicions;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.MeterCommand;
import io.platen.meter.reading.MeterCommand.EndSchedule;
import io.platen.meter.reading.MeterCommand.MoveDevice;
import io.platen.meter.reading.MeterCommand.OpenRegister;
import io.platen.meter.reading.MeterCommand.RecordEngineerRead;
import io.platen.meter.reading.MeterCommand.RecordRemoteCounters;
import io.platen.meter.reading.ReadOutcome;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every device has a register; its place sets the calendar, and what it counts by itself is a read, as is what an engineer
 * found when it was put up or taken away.
 */
@Component
class WhenDeviceRegisteredThenOpenRegister implements InboxConsumer {

    private static final int KEY_BYTES = 32;

    private final CommandGateway commands;
    private final Suspicions suspicions;
    private final SecureRandom random = new SecureRandom();

    WhenDeviceRegisteredThenOpenRegister(CommandGateway commands, Suspicions suspicions) {
        this.commands = commands;
        this.suspicions = suspicions;
    }

    @Override
    public String name() {
        return "meter-register";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.DEVICE);
    }

    @Override
    public void on(Received received) {
        switch (received.event()) {
            case DeviceRegistered device ->
                commands.sendAndWait(new OpenRegister(
                        device.deviceId(),
                        device.counters(),
                        device.ratedMonthlyPages(),
                        randomKey(),
                        device.counterDigits()));
            case DeviceLocationChanged moved ->
                commands.sendAndWait(
                        new MoveDevice(moved.deviceId(), moved.location().timeZone(), moved.effectiveOn()));
            case CounterReported report ->
                take(
                        new RecordRemoteCounters(
                                report.deviceId(),
                                readIdOf(received.metadata(), ""),
                                new Counters(report.counters()),
                                report.observedAt()),
                        new Counters(report.counters()),
                        null);
            case DeviceRemovedFromAccount removed ->
                commands.sendAndWait(
                        new EndSchedule(removed.deviceId(), received.metadata().occurredAt()));
            case DeviceReplaced replaced -> replace(replaced, received.metadata());
            default -> {} // no other event concerns the register
        }
    }

    /** The old machine's last read, and the first of the one that takes over; each has its own billing meter (BEY-12). */
    private void replace(DeviceReplaced replaced, EventMetadata cause) {
        var finalCounters = new Counters(replaced.finalCounters());
        take(
                new RecordEngineerRead(
                        replaced.deviceId(), readIdOf(cause, "/final"), finalCounters, replaced.replacedOn()),
                finalCounters,
                replaced.replacedOn());
        commands.sendAndWait(new EndSchedule(replaced.deviceId(), cause.occurredAt()));
        var firstCounters = new Counters(replaced.firstCounters());
        take(
                new RecordEngineerRead(
                        replaced.newDeviceId(), readIdOf(cause, "/first"), firstCounters, replaced.replacedOn()),
                firstCounters,
                replaced.replacedOn());
    }

    /** What cannot be, or can hardly be, is looked into (BEY-11). */
    private void take(MeterCommand read, Counters told, @Nullable LocalDate readOn) {
        ReadOutcome outcome = commands.sendAndWait(read);
        switch (outcome) {
            case DOUBTED, REFUSED ->
                suspicions.raise(read.deviceId(), InvestigationCause.IMPLAUSIBLE_JUMP, told, readOn);
            case TAKEN, PASSED_OVER -> {}
        }
    }

    /** The same for the same report, however often it comes. */
    private static ReadId readIdOf(EventMetadata report, String which) {
        return new ReadId(UUID.nameUUIDFromBytes((report.eventId() + which).getBytes(StandardCharsets.UTF_8)));
    }

    private String randomKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

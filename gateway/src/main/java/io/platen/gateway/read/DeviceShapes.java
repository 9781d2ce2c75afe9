package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a device has besides its counters, and who looks after it. */
public final class DeviceShapes {

    private DeviceShapes() {}

    /** Whether the machine is heard by itself. */
    public enum MonitoringStatus {
        /** Nothing was ever heard of it. */
        NOT_MONITORED,
        REPORTING,
        /** For more than seven days. */
        SILENT,
        /** It was moved, and has not been heard since. */
        RECONNECT
    }

    public enum DeviceAction {
        ORDER_SUPPLIES,
        REQUEST_SERVICE,
        ENTER_READ,
        /** From the reader's own devices; for people of the vendor from the account. */
        REMOVE
    }

    /** Why something cannot be done now. */
    public enum NotNow {
        NO_FUNCTION,
        DEVICE_NOT_ASSIGNED,
        AUTO_TONER_ENABLED,
        NO_SUPPLY_CONTRACT,
        NO_MODEL_COUNTERS,
        READ_ALREADY_TODAY
    }

    public enum RequestState {
        OPEN,
        APPROVED,
        REJECTED
    }

    /** @param note 1 or 2 */
    public record Note(int note, String text, Actor by, Instant at) {}

    public record NoteChange(
            int note,
            String text,
            String previous,
            @Nullable Actor by,
            Instant at) {}

    /** @param eligible for automatic toner; its state says so, and before there is one, the device itself */
    public record Monitoring(
            MonitoringStatus status,
            boolean eligible,
            @Nullable Instant lastCommunication) {}

    public record Coverage(String contractNumber, @Nullable LocalDate until, boolean maintenance, boolean supplies) {}

    /** The scheduled read that is open now. */
    public record Due(LocalDate dueOn, LocalDate opensOn, LocalDate closesOn) {}

    public record GroupRef(UUID id, String name) {}

    /** @param reason where it is not allowed */
    public record Action(
            DeviceAction action, boolean allowed, @Nullable NotNow reason) {}

    /** @param on the day on which one took over from the other */
    public record Replacement(
            UUID deviceId,
            String serialNumber,
            String model,
            @Nullable LocalDate on) {}

    /** @param devices those of the group that the reader sees */
    public record DeviceGroup(UUID id, String name, UUID accountId, String accountName, List<GroupDevice> devices) {}

    public record GroupDevice(UUID deviceId, String serialNumber, String model) {}

    public record DeviceGroupPage(
            List<DeviceGroup> items, int page, int size, long total, Instant asOf, String position) {}

    /** @param holder the account that the machine is on now, for people of the vendor only */
    public record DeviceRequest(
            String number,
            RequestState state,
            UUID accountId,
            String accountName,
            UUID deviceId,
            String serialNumber,
            String model,
            Actor requester,
            String comment,
            Instant requestedAt,
            @Nullable Actor decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String holder) {}

    public record DeviceRequestPage(
            List<DeviceRequest> items, int page, int size, long total, Instant asOf, String position) {}

    public record Colleague(
            UUID userId, String name, @Nullable String email, String role, long assignedDevices) {}

    public record ColleaguePage(List<Colleague> items, int page, int size, long total, Instant asOf, String position) {}
}

package io.platen.gateway.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.LevelState;
import io.platen.gateway.read.BillingShapes.AutoToner;
import io.platen.gateway.read.BillingShapes.CoveringContract;
import io.platen.gateway.read.BillingShapes.MonthlyUsage;
import io.platen.gateway.read.BillingShapes.Order;
import io.platen.gateway.read.DeviceShapes.Action;
import io.platen.gateway.read.DeviceShapes.Coverage;
import io.platen.gateway.read.DeviceShapes.Due;
import io.platen.gateway.read.DeviceShapes.GroupRef;
import io.platen.gateway.read.DeviceShapes.Monitoring;
import io.platen.gateway.read.DeviceShapes.Note;
import io.platen.gateway.read.DeviceShapes.NoteChange;
import io.platen.gateway.read.DeviceShapes.Replacement;
import io.platen.gateway.read.MeterShapes.CorrectedRead;
import io.platen.gateway.read.MeterShapes.CounterReset;
import io.platen.gateway.read.TicketShapes.TicketRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shapes of what people read. Times are UTC; counters are pages. */
public final class Shapes {

    static final String ESTIMATED = "ESTIMATED";

    private Shapes() {}

    public record AccountRef(UUID id, String name, String customerAccountNumber, String systemAccountNumber) {}

    public record Counters(
            @Nullable Long total,
            @Nullable Long blackWhite,
            @Nullable Long colour) {}

    public record Location(
            String site,
            String street,
            String postalCode,
            String city,
            String country,
            @Nullable String room,
            String timeZone) {}

    /**
     * @param state as the machine told it, or {@code ESTIMATED} where a measured level has stood for itself too long
     * @param low told by the machine, until the cartridge is replaced
     */
    public record Supply(
            int index,
            String kind,
            @Nullable String colour,
            String description,
            String state,
            @Nullable Integer percent,
            boolean low,
            Instant observedAt) {

        /** Of a machine that has fallen silent: what it measured last is an estimate of what there is now (BEY-03). */
        Supply afterSilence() {
            return state.equals(LevelState.MEASURED.name())
                    ? new Supply(index, kind, colour, description, ESTIMATED, percent, low, observedAt)
                    : this;
        }
    }

    public record LastRead(LocalDate readOn, Counters counters, String source) {}

    /**
     * What the next read is compared with.
     *
     * @param resetOn the day on which a counter was set back, where that was after the last read
     */
    public record Previous(Counters counters, @Nullable LocalDate resetOn) {}

    /**
     * @param assigned to the reader himself
     * @param reporting whether the agent spoke with it within the last seven days
     * @param browsed whether only serial number, model and location are shown (D-02)
     * @param notes those that are not empty
     * @param state absent, as what follows, where the device is only browsed
     * @param nextDueOn the day of the next scheduled read
     */
    public record Device(
            UUID id,
            String serialNumber,
            @Nullable String equipmentNumber,
            String model,
            String manufacturer,
            @Nullable AccountRef account,
            @Nullable Location location,
            boolean assigned,
            List<String> counters,
            @Nullable LastRead lastRead,
            @Nullable Instant lastCommunication,
            List<Supply> supplies,
            boolean reporting,
            boolean browsed,
            List<Note> notes,
            @Nullable DeviceState state,
            @Nullable Instant stateSince,
            @Nullable Monitoring monitoring,
            @Nullable Coverage coverage,
            @Nullable AutoToner autoToner,
            @Nullable Due due,
            @Nullable LocalDate nextDueOn,
            List<GroupRef> groups,
            List<Action> actions) {}

    public record Actor(@Nullable String id, String name) {}

    /**
     * @param superseded whether another read is in its place
     * @param reason why a rule was passed or the read corrected
     * @param corrected what it took the place of, where it came by a correction
     * @param correctedBy number of the correction that put another read in its place
     */
    public record Read(
            UUID readId,
            LocalDate readOn,
            Counters counters,
            String source,
            Actor actor,
            boolean confirmed,
            Instant recordedAt,
            boolean superseded,
            @Nullable String reason,
            @Nullable CorrectedRead corrected,
            @Nullable String correctedBy) {}

    public record CustomerRead(@JsonUnwrapped Read read, UUID deviceId, String serialNumber) {}

    /** Pages a day, what a read of today should show, and between which values it raises no doubt. */
    public record Expectation(
            BigDecimal perDay,
            @Nullable Long low,
            @Nullable Long high,
            @Nullable Long expected) {}

    public record ExpectedCounters(
            @Nullable Expectation total,
            @Nullable Expectation blackWhite,
            @Nullable Expectation colour) {}

    /** @param supplyHistory the last orders of this device, as far as the reader sees orders */
    public record DeviceDetail(
            @JsonUnwrapped Device device,
            @Nullable ExpectedCounters expected,
            @Nullable Previous previous,
            List<Read> recentReads,
            @Nullable CoveringContract contract,
            List<NoteChange> noteHistory,
            @Nullable Replacement replacedBy,
            @Nullable Replacement replaces,
            List<Order> supplyHistory,
            List<String> alerts) {}

    public record DevicePage(List<Device> items, int page, int size, long total, Instant asOf, String position) {}

    /** @param resets all of the device, the newest first */
    public record ReadPage(
            List<Read> items,
            int page,
            int size,
            long total,
            List<CounterReset> resets,
            Instant asOf,
            String position) {}

    public record TimelineEntry(
            String position,
            String type,
            Instant occurredAt,
            @Nullable Actor actor,
            @Nullable UUID deviceId,
            @Nullable String serialNumber,
            JsonNode data) {}

    public record Timeline(List<TimelineEntry> items, Instant asOf, String position) {}

    public record MonthPages(String month, BigDecimal pages) {}

    /**
     * @param pagesPer30Days mean over the devices with two reads at least a day apart (D-15)
     * @param leftOut devices without
     */
    public record UsageTile(@Nullable BigDecimal pagesPer30Days, int devices, int leftOut, List<MonthPages> months) {}

    /**
     * The devices assigned to the reader that work now (D-16).
     *
     * @param percent share of the last 30 × 24 hours in which they worked, to one decimal
     * @param leftOut those that do not work now
     */
    public record UptimeTile(@Nullable BigDecimal percent, int devices, int leftOut) {}

    /** @param openTickets as many as the list has (D-23); absent, as the open orders, without the function */
    public record Dashboard(
            long assignedDevices,
            long reportingDevices,
            UsageTile blackWhite,
            UsageTile colour,
            UptimeTile uptime,
            List<Device> lowToner,
            long lowTonerTotal,
            List<Device> readsDue,
            long readsDueTotal,
            @Nullable Long openTickets,
            @Nullable Long openOrders,
            Instant asOf,
            String position) {}

    public record Customer(AccountRef account, String country, String region, long devices) {}

    public record CustomerPage(List<Customer> items, int page, int size, long total, Instant asOf, String position) {}

    public record DeviceSummary(long total, long reporting, long lowToner) {}

    public record Contact(
            UUID id,
            String name,
            @Nullable String email,
            String role,
            @Nullable String language) {}

    /** @param tickets open ones; absent, as open orders and usage, where the reader may not see them */
    public record CustomerCard(
            AccountRef account,
            String country,
            String region,
            DeviceSummary devices,
            List<Contact> users,
            List<CustomerRead> recentReads,
            List<TimelineEntry> timeline,
            @Nullable List<TicketRow> tickets,
            @Nullable List<Order> orders,
            @Nullable MonthlyUsage usage,
            Instant asOf,
            String position) {}

    public record GrantShape(AccountRef account, String role, List<String> functions) {}

    public record StaffShape(String role, List<String> regions) {}

    public record Me(
            UUID userId,
            String name,
            String kind,
            String language,
            List<String> workspaces,
            List<GrantShape> grants,
            @Nullable StaffShape staff,
            List<String> functions) {}
}

package io.platen.gateway.read;

import io.platen.gateway.read.BillingShapes.AutoToner;
import io.platen.gateway.read.BillingShapes.CoveringContract;
import io.platen.gateway.read.BillingShapes.MonthlyUsage;
import io.platen.gateway.read.BillingShapes.Order;
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

    /** @param low told by the machine, until the cartridge is replaced */
    public record Supply(
            int index,
            String kind,
            @Nullable String colour,
            String description,
            String state,
            @Nullable Integer percent,
            boolean low,
            Instant observedAt) {}

    public record LastRead(LocalDate readOn, Counters counters, String source) {}

    /**
     * @param assigned to the reader himself
     * @param reporting whether the agent spoke with it within the last seven days
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
            boolean reporting) {}

    public record Actor(@Nullable String id, String name) {}

    public record Read(
            UUID readId,
            LocalDate readOn,
            Counters counters,
            String source,
            Actor actor,
            boolean confirmed,
            Instant recordedAt,
            boolean superseded) {}

    public record CustomerRead(
            UUID readId,
            LocalDate readOn,
            Counters counters,
            String source,
            Actor actor,
            boolean confirmed,
            Instant recordedAt,
            boolean superseded,
            UUID deviceId,
            String serialNumber) {}

    /** Pages a day, and between which values a read of today raises no doubt. */
    public record Expectation(
            BigDecimal perDay, @Nullable Long low, @Nullable Long high) {}

    public record ExpectedCounters(
            @Nullable Expectation total,
            @Nullable Expectation blackWhite,
            @Nullable Expectation colour) {}

    public record DeviceDetail(
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
            @Nullable ExpectedCounters expected,
            List<Read> recentReads,
            @Nullable AutoToner autoToner,
            @Nullable CoveringContract contract) {}

    public record DevicePage(List<Device> items, int page, int size, long total, Instant asOf, String position) {}

    public record ReadPage(List<Read> items, int page, int size, long total, Instant asOf, String position) {}

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

    /** @param openTickets as many as the list has (D-23); absent, as the open orders, without the function */
    public record Dashboard(
            long assignedDevices,
            long reportingDevices,
            UsageTile blackWhite,
            UsageTile colour,
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

package io.platen.gateway.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SkipReason;
import io.platen.gateway.read.Shapes.Counters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shipped and what is charged. Sums are exact decimals. */
public final class BillingShapes {

    private BillingShapes() {}

    public enum OrderKind {
        AUTO_TONER,
        /** Staff ordered for the customer. */
        BY_HAND
    }

    public enum OrderState {
        PLACED,
        SHIPPED,
        DELIVERED
    }

    public record Order(
            UUID orderId,
            String orderNumber,
            OrderKind kind,
            OrderState state,
            TonerColour colour,
            UUID deviceId,
            String serialNumber,
            String model,
            UUID accountId,
            String accountName,
            ShippingLabel label,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant placedAt,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt) {}

    public record OrderPage(List<Order> items, int page, int size, long total, Instant asOf, String position) {}

    /**
     * @param lastSkip why the last low toner shipped nothing
     * @param enrolledSince absent where it takes no part
     * @param label as it is printed on the next automatic parcel; what was told for another account is not told
     * @param contact whom to ask about it
     */
    public record AutoToner(
            AutoTonerState state,
            @Nullable SkipReason lastSkip,
            @Nullable Instant enrolledSince,
            @Nullable ShippingLabel label,
            @Nullable AutoTonerContact contact) {}

    /** The contract that covers a device today. */
    public record CoveringContract(String number, LocalDate end) {}

    public record ContractDevice(UUID deviceId, String serialNumber) {}

    /** The price of a page. */
    public record Rates(
            @Nullable String total,
            @Nullable String blackWhite,
            @Nullable String colour) {}

    /**
     * @param endedOn the last day, where it ended before its time
     * @param meterCycle absent where reads are not scheduled
     * @param includedPages a month, for all devices together
     */
    public record Contract(
            UUID contractId,
            String number,
            UUID accountId,
            String accountName,
            LocalDate start,
            LocalDate end,
            @Nullable LocalDate endedOn,
            @Nullable MeterCycle meterCycle,
            boolean maintenance,
            boolean supplies,
            @Nullable String currency,
            Rates rates,
            Counters includedPages,
            List<ContractDevice> devices) {}

    public record ContractPage(List<Contract> items, int page, int size, long total, Instant asOf, String position) {}

    public record InvoiceRow(
            UUID invoiceId,
            String number,
            String contractNumber,
            UUID accountId,
            String accountName,
            LocalDate from,
            LocalDate until,
            LocalDate issuedOn,
            LocalDate dueOn,
            Amount total) {}

    public record InvoicePage(List<InvoiceRow> items, int page, int size, long total, Instant asOf, String position) {}

    public record InvoiceLine(@JsonUnwrapped UsageLine line, String serialNumber) {}

    public record Invoice(@JsonUnwrapped InvoiceRow row, List<InvoiceLine> lines) {}

    public record CounterUsage(Counter counter, long pages, Amount amount) {}

    /** What the reads of the running month cost so far, before included pages. */
    public record MonthlyUsage(String currency, String total, List<CounterUsage> lines) {}
}

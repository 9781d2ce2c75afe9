package io.platen.meter.reading;

import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.id.ContractId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a contract has a device read: on the last day of each cycle, counted from the contract's start, and on its end
 * (MET-37, D-37).
 *
 * @param end the last day
 * @param from the first day on which a read of this device can be due
 */
public record ContractTerm(ContractId contractId, LocalDate start, LocalDate end, MeterCycle cycle, LocalDate from) {

    /** From its own start. */
    public static ContractTerm of(ContractId contract, LocalDate start, LocalDate end, MeterCycle cycle) {
        return new ContractTerm(contract, start, end, cycle, start);
    }

    /** The first due date behind that day; none behind the end. */
    @Nullable
    LocalDate dueAfter(@Nullable LocalDate day) {
        var after = day == null || day.isBefore(from) ? from.minusDays(1) : day;
        if (!after.isBefore(end)) {
            return null;
        }
        var months = months();
        var periods = Math.max(1, ChronoUnit.MONTHS.between(start, after) / months);
        var due = endOfPeriod(periods * months);
        while (!due.isAfter(after)) {
            periods++;
            due = endOfPeriod(periods * months);
        }
        return due.isAfter(end) ? end : due;
    }

    public ContractTerm from(LocalDate day) {
        return day.isAfter(from) ? new ContractTerm(contractId, start, end, cycle, day) : this;
    }

    ContractTerm until(LocalDate lastDay) {
        return lastDay.isBefore(end) ? new ContractTerm(contractId, start, lastDay, cycle, from) : this;
    }

    /** Counted from the start each time: who starts on the 31st goes on at the ends of months. */
    private LocalDate endOfPeriod(long monthsFromStart) {
        return start.plusMonths(monthsFromStart).minusDays(1);
    }

    private int months() {
        return switch (cycle) {
            case MONTHLY -> 1;
            case QUARTERLY -> 3;
            case HALF_YEARLY -> 6;
            case YEARLY -> 12;
        };
    }
}

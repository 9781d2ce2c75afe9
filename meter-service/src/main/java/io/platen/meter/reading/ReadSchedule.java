package io.platen.meter.reading;

import io.platen.contracts.id.ContractId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the device is read next (D-10). An item is settled by a read of its days, or as missed; then the next one follows.
 *
 * @param terms of the contracts that the device is under or will be
 * @param dueOn of the item that waits; null between one and the next
 * @param open whether its window was announced
 * @param settled due date of the last item that was fulfilled or missed
 * @param told whether others count on reads being scheduled
 */
record ReadSchedule(
        List<ContractTerm> terms,
        @Nullable LocalDate dueOn,
        boolean open,
        @Nullable LocalDate settled,
        @Nullable LocalDate lastReadOn,
        int missedInARow,
        boolean told) {

    static final ReadSchedule NONE = new ReadSchedule(List.of(), null, false, null, null, 0, false);

    private static final int DAYS_AROUND = 5;

    ReadSchedule {
        terms = List.copyOf(terms);
    }

    static LocalDate opensOn(LocalDate dueOn) {
        return dueOn.minusDays(DAYS_AROUND);
    }

    static LocalDate closesOn(LocalDate dueOn) {
        return dueOn.plusDays(DAYS_AROUND);
    }

    /** An item of the past that nobody was asked for is none. */
    static LocalDate firstDay(LocalDate today) {
        return today.minusDays(DAYS_AROUND);
    }

    /** The item that should wait: the first that no read has fulfilled. */
    @Nullable
    LocalDate next() {
        return terms.stream()
                .flatMap(term -> Stream.ofNullable(firstUnread(term)))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDate firstUnread(ContractTerm term) {
        var due = term.dueAfter(settled);
        while (due != null && lastReadOn != null && !opensOn(due).isAfter(lastReadOn)) {
            due = term.dueAfter(due);
        }
        return due;
    }

    boolean knows(ContractId contract) {
        return terms.stream().anyMatch(term -> term.contractId().equals(contract));
    }

    /** Whether the contract's end would change anything. */
    boolean outlasts(ContractId contract, LocalDate lastDay) {
        return terms.stream().anyMatch(term -> term.contractId().equals(contract) && lastDay.isBefore(term.end()));
    }

    boolean closedBy(LocalDate today) {
        return dueOn != null && today.isAfter(closesOn(dueOn));
    }

    boolean toBeOpened(LocalDate today) {
        return dueOn != null && !open && !today.isBefore(opensOn(dueOn));
    }

    /** The first day that brings the item on. */
    @Nullable
    LocalDate nextStepOn() {
        return dueOn == null ? null : open ? closesOn(dueOn).plusDays(1) : opensOn(dueOn);
    }

    ReadSchedule agreed(ContractTerm term) {
        var all = new ArrayList<>(terms);
        all.add(term);
        return new ReadSchedule(all, dueOn, open, settled, lastReadOn, missedInARow, told);
    }

    /** @param first the first day on which a read may still be due by it */
    ReadSchedule shortened(ContractId contract, LocalDate lastDay, LocalDate first) {
        var all = terms.stream()
                .map(term ->
                        term.contractId().equals(contract) ? term.until(lastDay).from(first) : term)
                .toList();
        return new ReadSchedule(all, dueOn, open, settled, lastReadOn, missedInARow, told);
    }

    ReadSchedule scheduled(LocalDate due) {
        return new ReadSchedule(terms, due, false, settled, lastReadOn, missedInARow, true);
    }

    ReadSchedule opened() {
        return new ReadSchedule(terms, dueOn, true, settled, lastReadOn, missedInARow, told);
    }

    ReadSchedule missed(int inARow) {
        return new ReadSchedule(terms, null, false, dueOn, lastReadOn, inARow, told);
    }

    /** A read of any day ends a row of estimates; one of the item's days fulfils it. */
    ReadSchedule read(LocalDate readOn) {
        var due = dueOn;
        var last = lastReadOn == null || readOn.isAfter(lastReadOn) ? readOn : lastReadOn;
        return due != null && !readOn.isBefore(opensOn(due)) && !readOn.isAfter(closesOn(due))
                ? new ReadSchedule(terms, null, false, due, last, 0, told)
                : new ReadSchedule(terms, due, open, settled, last, 0, told);
    }

    /** @param left whether the contracts are over for the device as well */
    ReadSchedule ended(boolean left) {
        return new ReadSchedule(left ? List.of() : terms, null, false, settled, lastReadOn, missedInARow, false);
    }

    boolean differs(@Nullable LocalDate due) {
        return !Objects.equals(due, dueOn);
    }
}

package io.platen.contracts.meter.template;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the hidden sheet knows of a row.
 *
 * @param row as the spreadsheet numbers it; the first below the header is 2
 * @param dueOn of the scheduled read, where there is one
 * @param counters that are asked for; without colour, the cell of it stays locked
 * @param digest of the locked cells
 */
public record MeterRowKey(
        int row, DeviceId device, @Nullable LocalDate dueOn, List<Counter> counters, String digest) {

    public MeterRowKey {
        counters = List.copyOf(counters);
    }

    /** @param locked the cells of {@link MeterColumn#locked()} as plain text: numbers in digits, days as ISO dates */
    public static MeterRowKey of(
            int row, DeviceId device, @Nullable LocalDate dueOn, List<Counter> counters, List<String> locked) {
        return new MeterRowKey(row, device, dueOn, counters, MeterTemplate.digestOf(locked));
    }

    /** As the hidden sheet holds it, under {@link MeterTemplate#META_HEADERS}. */
    public List<String> cells() {
        return List.of(
                Integer.toString(row),
                device.toString(),
                dueOn == null ? "" : dueOn.toString(),
                counters.stream().map(Counter::name).collect(Collectors.joining(" ")),
                digest);
    }

    /** Empty where these are not the cells of a key. */
    public static Optional<MeterRowKey> of(List<String> cells) {
        if (cells.size() != MeterTemplate.META_HEADERS.size()
                || !MeterTemplate.DIGEST.matcher(cells.get(4)).matches()) {
            return Optional.empty();
        }
        try {
            var counters = new ArrayList<Counter>();
            Arrays.stream(cells.get(3).split(" ", Counter.values().length))
                    .map(Counter::valueOf)
                    .forEach(counters::add);
            return Optional.of(new MeterRowKey(
                    Integer.parseInt(cells.get(0)),
                    DeviceId.of(cells.get(1)),
                    cells.get(2).isEmpty() ? null : LocalDate.parse(cells.get(2)),
                    counters,
                    cells.get(4)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}

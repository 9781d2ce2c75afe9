package io.platen.gateway.read;

import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.Shapes.UptimeTile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * D-16: how much of the last 30 × 24 hours machines worked, of those that work now. What nothing was told of works: a
 * machine is down from the moment that somebody says so.
 */
final class Uptime {

    static final Duration WINDOW = Duration.ofDays(30);

    private static final BigInteger WINDOW_NANOS = nanos(WINDOW);

    /** From then on the machine was in this state. */
    record Change(Instant since, DeviceState state) {}

    private Uptime() {}

    /** @param devices the changes of each, in their order; those before the window may be left out but for the last */
    static UptimeTile tile(List<List<Change>> devices, Instant now) {
        var working = BigInteger.ZERO;
        var counted = 0;
        for (var changes : devices) {
            if (stateAt(changes, now) == DeviceState.WORKING) {
                working = working.add(nanos(worked(changes, now)));
                counted++;
            }
        }
        var percent = counted == 0
                ? null
                : new BigDecimal(working.multiply(BigInteger.valueOf(100)))
                        .divide(
                                new BigDecimal(WINDOW_NANOS.multiply(BigInteger.valueOf(counted))),
                                1,
                                RoundingMode.HALF_UP);
        return new UptimeTile(percent, counted, devices.size() - counted);
    }

    /** How long within the window. */
    static Duration worked(List<Change> changes, Instant now) {
        var begin = now.minus(WINDOW);
        var worked = Duration.ZERO;
        var since = begin;
        var state = DeviceState.WORKING;
        for (var change : changes) {
            if (change.since().isAfter(now)) {
                break;
            }
            if (change.since().isAfter(since)) {
                if (state == DeviceState.WORKING) {
                    worked = worked.plus(Duration.between(since, change.since()));
                }
                since = change.since();
            }
            state = change.state();
        }
        return state == DeviceState.WORKING ? worked.plus(Duration.between(since, now)) : worked;
    }

    private static DeviceState stateAt(List<Change> changes, Instant now) {
        var state = DeviceState.WORKING;
        for (var change : changes) {
            if (!change.since().isAfter(now)) {
                state = change.state();
            }
        }
        return state;
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}

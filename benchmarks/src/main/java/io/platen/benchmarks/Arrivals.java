package io.platen.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each read was sent and how long it took to be seen; one that is never seen took for ever. */
final class Arrivals {

    private record Key(String device, String day) {}

    private final Map<Key, Long> underWay = new ConcurrentHashMap<>();
    private final Map<Key, Double> took = new ConcurrentHashMap<>();

    void sent(String device, String day, long nanos) {
        underWay.put(new Key(device, day), nanos);
    }

    /** @param told a line of the stream that names a device and a day */
    void seen(String told, long nanos) {
        for (var one : underWay.entrySet()) {
            var key = one.getKey();
            if (told.contains(key.device()) && told.contains(key.day())) {
                took.put(key, (nanos - one.getValue()) / 1e6);
                underWay.remove(key);
                return;
            }
        }
    }

    int missing() {
        return underWay.size();
    }

    /** In milliseconds, one for each read that was sent. */
    double[] millis() {
        var seen = took.values().stream().mapToDouble(Double::doubleValue).toArray();
        var all = Arrays.copyOf(seen, seen.length + missing());
        Arrays.fill(all, seen.length, all.length, Double.POSITIVE_INFINITY);
        return all;
    }
}

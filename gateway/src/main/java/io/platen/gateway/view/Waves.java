package io.platen.gateway.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements of several events. Those of one aggregate stay in their order; those of different ones may pass each other,
 * because no event needs another aggregate's to have come before. So first goes the first statement of each aggregate, equal
 * ones in one batch, then the second, and so on.
 */
final class Waves {

    private final List<Map<String, List<@Nullable Object[]>>> waves = new ArrayList<>();
    private final Map<Aggregate, Integer> written = new HashMap<>();
    private @Nullable Aggregate current;

    void of(Aggregate aggregate) {
        current = aggregate;
    }

    void add(String sql, @Nullable Object... params) {
        if (current == null) {
            throw new IllegalStateException("A statement belongs to an event");
        }
        int wave = written.merge(current, 1, Integer::sum) - 1;
        if (wave == waves.size()) {
            waves.add(new LinkedHashMap<>());
        }
        waves.get(wave).computeIfAbsent(sql, text -> new ArrayList<>()).add(params);
    }

    void write(JdbcTemplate jdbc) {
        waves.forEach(wave -> wave.forEach(jdbc::batchUpdate));
    }
}

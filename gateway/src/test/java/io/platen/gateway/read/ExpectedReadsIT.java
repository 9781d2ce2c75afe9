package io.platen.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.testing.PlatenIT;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The little that is fetched of a history says the same as all of it. */
@PlatenIT
class ExpectedReadsIT {

    @Autowired
    private UsageRows usage;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theCorridorOfWhatIsStoredIsThatOfTheVectors() {
        assertThat(Vector.all()).isNotEmpty().allSatisfy(vector -> {
            var device = UUID.randomUUID();
            store(device, vector);

            var fetched = usage.expectedFrom(device);

            assertThat(fetched).as(vector.name()).hasSizeLessThan(20);
            assertThat(Vector.corridors(
                            new ExpectedReads(fetched, vector.ratedMonthlyPages(), vector.today()).counters()))
                    .as(vector.name())
                    .isEqualTo(vector.expected());
        });
    }

    private void store(UUID device, Vector vector) {
        for (int i = 0; i < vector.reads().size(); i++) {
            var read = vector.reads().get(i);
            var replaced = i + 1 < vector.reads().size()
                    && vector.reads().get(i + 1).on().equals(read.on());
            jdbc.sql("""
                            insert into view_read (read_id, device_id, read_on, sequence, total, black_white, colour,
                                source, actor, confirmed, recorded_at, superseded)
                            values (?, ?, ?, ?, ?, ?, ?, 'REMOTE', 'test', false, now(), ?)
                            """)
                    .params(Arrays.asList(
                            UUID.randomUUID(),
                            device,
                            read.on(),
                            i,
                            read.counters().total(),
                            read.counters().blackWhite(),
                            read.counters().colour(),
                            replaced))
                    .update();
        }
    }
}

package io.platen.platform.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far publication is behind the store, as any instance can see it from the tables. */
public final class PublicationLag {

    private static final String PLACE = """
            coalesce((select (convert_from(token, 'UTF8')::jsonb ->> 'transactionId')::xid8 from token_entry
                      where processor_name = 'publication'), '0'),
            coalesce((select (convert_from(token, 'UTF8')::jsonb ->> 'position')::bigint from token_entry
                      where processor_name = 'publication'), 0)
            """;

    private static final String OLDEST = """
            select coalesce(extract(epoch from now() - time), 0) from domain_event
            where (transaction_id, position) > (%s) order by transaction_id, position limit 1
            """.formatted(PLACE);

    private static final String COUNT = """
            select count(*) from (select from domain_event where (transaction_id, position) > (%s) limit 10000) waiting
            """.formatted(PLACE);

    private final JdbcClient jdbc;

    public PublicationLag(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        TimeGauge.builder("platen.publication.lag", this, TimeUnit.SECONDS, PublicationLag::oldestSeconds)
                .description("Age of the oldest stored event that is not yet published")
                .register(meters);
        Gauge.builder("platen.publication.backlog", this, PublicationLag::waiting)
                .description("Stored events that are not yet published, counted up to 10000")
                .register(meters);
    }

    /** Seconds; 0 where everything is published. */
    public double oldestSeconds() {
        return jdbc.sql(OLDEST).query(Double.class).optional().orElse(0.0);
    }

    /** Counted up to 10 000. */
    public long waiting() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }
}

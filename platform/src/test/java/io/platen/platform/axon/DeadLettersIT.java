package io.platen.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.platform.eventstore.Postgres;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.Duration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A projection that cannot handle one event, by the fault of a statement that PostgreSQL refuses. */
@DirtiesContext // closed while its database still answers
@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = DeadLettersIT.Service.class)
class DeadLettersIT {

    sealed interface Parcel {
        @Revision("1")
        record Weighed(String parcel, int grams) implements Parcel {}
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Scales.class)
    static class Service {
        @Bean
        StoredEventTypes storedEvents() {
            return StoredEventTypes.of(Parcel.class);
        }
    }

    @ProcessingGroup("scales")
    static class Scales {
        private final JdbcClient jdbc;

        Scales(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("create table weight (parcel text, grams int, constraint positive check (grams >= 0))")
                    .update();
        }

        /** Writes half of its effect first. */
        @EventHandler
        void on(Parcel.Weighed event) {
            jdbc.sql("insert into weight values (?, 0)").param(event.parcel()).update();
            jdbc.sql("insert into weight values (?, ?)")
                    .param(event.parcel())
                    .param(event.grams())
                    .update();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var database = Postgres.newDatabase();
        properties.add("spring.datasource.url", () -> Postgres.url(database));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("platen.events.dead-letter-retry", () -> "1h");
    }

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DeadLetterRetry retry;

    @Test
    void oneBadEventStopsOnlyItsOwnSequenceAndIsHandledOnceItCanBe() {
        weigh("good", 0, 5);
        weigh("bad", 0, 1);
        weigh("bad", 1, -3);
        weigh("bad", 2, 7);
        weigh("other", 0, 9);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(weights("good")).isEqualTo("0,5");
            assertThat(weights("other")).isEqualTo("0,9");
            assertThat(weights("bad")).isEqualTo("0,1");
            assertThat(deadLetters()).isEqualTo(2);
        });
        assertThat(jdbc.sql("select cause_message from dead_letter_entry where sequence_number = 1")
                        .query(String.class)
                        .single())
                .contains("positive");

        retry.retryAll();
        assertThat(deadLetters()).as("nothing has changed yet").isEqualTo(2);

        jdbc.sql("alter table weight drop constraint positive").update();
        retry.retryAll();

        await().untilAsserted(() -> {
            assertThat(deadLetters()).isZero();
            assertThat(weights("bad")).isEqualTo("0,1,0,-3,0,7");
        });
    }

    private void weigh(String parcel, long sequence, int grams) {
        events.publish(new GenericDomainEventMessage<>("Parcel", parcel, sequence, new Parcel.Weighed(parcel, grams)));
    }

    private String weights(String parcel) {
        return jdbc.sql("select coalesce(string_agg(grams::text, ',' order by ctid), '') from weight where parcel = ?")
                .param(parcel)
                .query(String.class)
                .single();
    }

    private long deadLetters() {
        return jdbc.sql("select count(*) from dead_letter_entry")
                .query(Long.class)
                .single();
    }
}

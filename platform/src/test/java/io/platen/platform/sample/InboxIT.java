package io.platen.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.platform.testing.Events;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleIT
class InboxIT {

    private final UserId user = UserId.random();

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private SampleService.WhenLanguageChangesThenList projection;

    @Test
    void anEventHasItsEffectWithWhoAndWhy() {
        var id = events.publish(new UserLanguageChanged(user, "nl"), user, 3);

        await().until(() -> stored() == 1);
        var row = jdbc.sql("""
                        select metadata ->> 'actor' as actor, metadata ->> 'correlation' as correlation
                        from domain_event where aggregate_id = ?
                        """).param("language-" + user).query().singleRow();
        assertThat(row).containsEntry("actor", "test").containsEntry("correlation", "test-" + id);
        assertThat(noted(id)).isEqualTo(1);
    }

    @Test
    void aDuplicateHasNoEffect() {
        var id = UUID.randomUUID().toString();
        var event = new UserLanguageChanged(user, "nl");
        events.publish(id, event, user, 3, null);
        events.publish(id, event, user, 3, null);
        events.publish(id, event, user, 3, null);
        events.publish(new UserLanguageChanged(user, "pt"), user, 4);

        await().until(() -> stored() == 2);
        assertThat(noted(id)).isEqualTo(1);
    }

    @Test
    void whatDoesNotConcernAConsumerLeavesNoNote() {
        var other = events.publish(new UserDeactivated(user), user, 3);
        events.publish(new UserLanguageChanged(user, "nl"), user, 4);

        await().until(() -> stored() == 1);
        assertThat(noted(other)).isZero();
    }

    @Test
    void aFailureThatPassesIsTriedAgain() {
        var id = events.publish(new UserLanguageChanged(user, "second"), user, 3);

        await().until(() -> noted(id) == 1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aFailureThatStaysBecomesADeadLetterAndTheNextEventFollows() {
        var id = events.publish(new UserLanguageChanged(user, "never"), user, 3);
        events.publish(new UserLanguageChanged(user, "nl"), user, 4);

        await().until(() -> stored() == 1);
        var letter = events.awaitDeadLetter(Topic.IDENTITY, record -> id.equals(header(record, "ce_id")));
        assertThat(letter.key()).isEqualTo(user.toString());
        assertThat(header(letter, "platen-consumer")).endsWith(".language");
        assertThat(header(letter, "platen-cause")).isEqualTo(IllegalStateException.class.getName());
        assertThat(header(letter, "platen-cause-message")).isEqualTo("It fails every time");
        assertThat(noted(id)).isZero();
        assertThat(meters.counter("platen.inbox.events", "consumer", "language", "outcome", "dead")
                        .count())
                .isPositive();
    }

    /** What waits is projected together, and one that fails does not spoil the others. */
    @Test
    void manyEventsAreProjectedOnceEachThoughOneOfThemFailsAndSomeComeTwice() {
        var ids = new ArrayList<String>();
        projection.hold();
        for (int i = 0; i < 80; i++) {
            var id = UUID.randomUUID().toString();
            var event = new UserLanguageChanged(user, i == 55 ? "unprojectable" : "nl");
            events.publish(id, event, user, 10 + i, null);
            if (i % 10 == 0) {
                events.publish(id, event, user, 10 + i, null);
            }
            ids.add(id);
        }
        projection.release();

        var failing = ids.remove(55);
        events.awaitDeadLetter(
                Topic.IDENTITY,
                record -> failing.equals(header(record, "ce_id"))
                        && header(record, "platen-consumer").endsWith(".projection"));
        await().untilAsserted(() -> assertThat(projection.seen(user)).containsExactlyElementsOf(ids));
        assertThat(projection.mostTogether()).isGreaterThan(1);
    }

    @Test
    void whatIsNoEventBecomesADeadLetter() {
        var key = "raw-" + user;
        events.publishRaw(Topic.IDENTITY, key, "not an event".getBytes(StandardCharsets.UTF_8));
        events.publish(new UserLanguageChanged(user, "nl"), user, 4);

        events.awaitDeadLetter(Topic.IDENTITY, record -> key.equals(record.key()));
        await().until(() -> stored() == 1);
    }

    @Test
    void anUnknownVersionAndBrokenDataBecomeDeadLetters() {
        var unknown = UUID.randomUUID().toString();
        var broken = UUID.randomUUID().toString();
        events.publish(
                unknown,
                "platen.identity.UserLanguageChanged.v2",
                Topic.IDENTITY,
                "{}".getBytes(StandardCharsets.UTF_8),
                user,
                5,
                null);
        events.publish(
                broken,
                "platen.identity.UserLanguageChanged.v1",
                Topic.IDENTITY,
                "{\"userId\":\"no uuid\"}".getBytes(StandardCharsets.UTF_8),
                user,
                6,
                null);

        var letter = events.awaitDeadLetter(Topic.IDENTITY, record -> unknown.equals(header(record, "ce_id")));
        assertThat(header(letter, "platen-cause-message")).contains("UserLanguageChanged.v2");
        events.awaitDeadLetter(Topic.IDENTITY, record -> broken.equals(header(record, "ce_id")));
    }

    @Test
    void aFieldThatANewerBuildAddedIsPassedOver() {
        events.publish(
                UUID.randomUUID().toString(),
                "platen.identity.UserLanguageChanged.v1",
                Topic.IDENTITY,
                ("{\"userId\":\"" + user + "\",\"language\":\"nl\",\"dialect\":\"Twents\"}")
                        .getBytes(StandardCharsets.UTF_8),
                user,
                5,
                null);

        await().until(() -> stored() == 1);
    }

    private long stored() {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param("language-" + user)
                .query(Long.class)
                .single();
    }

    private long noted(String event) {
        return jdbc.sql("select count(*) from inbox where consumer = 'language' and event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

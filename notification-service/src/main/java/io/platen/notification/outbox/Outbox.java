package io.platen.notification.outbox;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.notification.notice.Announcement;
import io.platen.notification.notice.Audience;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages. A row goes from WAITING to SENDING to SENT or FAILED and is never deleted. While an attempt runs, its
 * {@code next_attempt_at} is the end of its lease: a waiting message whose lease is over was not handed over and is taken
 * again; one that was SENDING by then has an unknown outcome.
 */
@Repository
public class Outbox {

    private static final String COLUMNS = """
            message_id, source_event_id, recipient, channel, template, audience, account_id, device_id, facts, expires_at,
            attempts, actor, correlation_id""";

    private static final TypeReference<EnumMap<Fact, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Outbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds nothing where the person has a message about this event already. */
    public void add(Announcement announcement, Audience audience, UserId recipient, Instant now, Instant expiresAt) {
        var source = announcement.source();
        var device = announcement.device();
        jdbc.sql("""
                        insert into message (message_id, source_event_id, recipient, channel, template, audience,
                            account_id, device_id, facts, actor, correlation_id, occurred_at, expires_at, next_attempt_at)
                        values (:id, :source, :recipient, :channel, :template, :audience, :account,
                            cast(:device as uuid), cast(:facts as jsonb), :actor, :correlation, :occurred, :expires, :now)
                        on conflict do nothing
                        """)
                .param("id", idOf(source.eventId(), recipient, NotificationChannel.MAIL))
                .param("source", source.eventId())
                .param("recipient", recipient.value())
                .param("channel", NotificationChannel.MAIL.name())
                .param("template", announcement.notice().template())
                .param("audience", audience.name())
                .param("account", announcement.account().value())
                .param("device", device == null ? null : device.value())
                .param("facts", json.writeValueAsString(announcement.facts()))
                .param("actor", source.actor())
                .param("correlation", source.correlationId())
                .param("occurred", at(source.occurredAt()))
                .param("expires", at(expiresAt))
                .param("now", at(now))
                .update();
    }

    /** There is nobody to tell. */
    public void addCallTask(Announcement announcement) {
        jdbc.sql("""
                        insert into call_task (source_event_id, template, account_id, occurred_at)
                        values (:source, :template, :account, :occurred) on conflict do nothing
                        """)
                .param("source", announcement.source().eventId())
                .param("template", announcement.notice().template())
                .param("account", announcement.account().value())
                .param("occurred", at(announcement.source().occurredAt()))
                .update();
    }

    /** Begins an attempt with the message that has waited longest; other instances pass it over until the lease ends. */
    public Optional<Message> claim(Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        update message set attempts = attempts + 1, next_attempt_at = :lease
                        where message_id = (select message_id from message
                                            where state = 'WAITING' and next_attempt_at <= :now
                                            order by next_attempt_at limit 1
                                            for update skip locked)
                        returning\s""" + COLUMNS)
                .param("now", at(now))
                .param("lease", at(leaseEnd))
                .query(this::message)
                .optional();
    }

    /** @return false where another attempt has begun meanwhile: then the mail must not be finished */
    public boolean markSending(Message message, Instant leaseEnd) {
        return jdbc.sql("""
                        update message set state = 'SENDING', next_attempt_at = :lease
                        where message_id = :id and state = 'WAITING' and attempts = :attempt
                        """)
                        .param("id", message.id().value())
                        .param("attempt", message.attempt())
                        .param("lease", at(leaseEnd))
                        .update()
                == 1;
    }

    /** The server certainly did not take it. */
    public void tryAgain(Message message, Instant when, String trouble) {
        jdbc.sql("""
                        update message set state = 'WAITING', next_attempt_at = :next, last_trouble = :trouble
                        where message_id = :id and state in ('WAITING', 'SENDING') and attempts = :attempt
                        """)
                .param("id", message.id().value())
                .param("attempt", message.attempt())
                .param("next", at(when))
                .param("trouble", trouble)
                .update();
    }

    /** @return false where the message is not this attempt's any more */
    public boolean settle(Message message, boolean sent, String trouble) {
        return jdbc.sql("""
                        update message set state = :state, last_trouble = :trouble
                        where message_id = :id and state in ('WAITING', 'SENDING') and attempts = :attempt
                        """)
                        .param("id", message.id().value())
                        .param("attempt", message.attempt())
                        .param("state", sent ? "SENT" : "FAILED")
                        .param("trouble", trouble)
                        .update()
                == 1;
    }

    /** Handed over, and nobody came back to say how it went. */
    public List<Message> abandoned(Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                         from message where state = 'SENDING' and next_attempt_at <= :now
                        order by next_attempt_at limit 20
                        """)
                .param("now", at(now))
                .query(this::message)
                .list();
    }

    public long waiting() {
        return jdbc.sql("select count(*) from message where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    public long callTasks() {
        return jdbc.sql("select count(*) from call_task").query(Long.class).single();
    }

    /** Empty where nothing waits. */
    public Optional<Instant> oldestWaiting() {
        return jdbc.sql("select min(occurred_at) as oldest from message where state in ('WAITING', 'SENDING')")
                .query((row, number) -> Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** The same for the same event, person and channel, however often it is computed. */
    private static UUID idOf(String source, UserId recipient, NotificationChannel channel) {
        return UUID.nameUUIDFromBytes((source + "/" + recipient + "/" + channel).getBytes(StandardCharsets.UTF_8));
    }

    private Message message(ResultSet row, int number) throws SQLException {
        var device = row.getObject("device_id", UUID.class);
        Map<Fact, String> facts = json.readValue(row.getString("facts"), FACTS);
        return new Message(
                new NotificationId(row.getObject("message_id", UUID.class)),
                row.getString("source_event_id"),
                new UserId(row.getObject("recipient", UUID.class)),
                NotificationChannel.valueOf(row.getString("channel")),
                Notice.ofTemplate(row.getString("template")),
                Audience.valueOf(row.getString("audience")),
                new AccountId(row.getObject("account_id", UUID.class)),
                device == null ? null : new DeviceId(device),
                facts,
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("actor"),
                row.getString("correlation_id"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

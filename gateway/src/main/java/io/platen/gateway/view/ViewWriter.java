package io.platen.gateway.view;

import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.gateway.GatewayProperties;
import io.platen.gateway.live.ViewChanged;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Row, timeline and live stream change together, in the transaction of the caller. */
@Component
class ViewWriter {

    private final ViewProjection projection;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final GatewayProperties properties;

    ViewWriter(
            ViewProjection projection,
            JdbcClient jdbc,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            GatewayProperties properties) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    void write(PublishedEvent event, EventMetadata metadata) {
        if (!projection.advance(event.topic(), metadata)) {
            return;
        }
        projection.apply(event, metadata);
        Subject.of(event).ifPresent(subject -> tell(event, metadata, subject));
        events.publishEvent(new ViewChanged());
    }

    private void tell(PublishedEvent event, EventMetadata metadata, Subject subject) {
        var named = subject.account() != null || metadata.account() == null
                ? subject.account()
                : metadata.account().value();
        var type = event.getClass().getSimpleName();
        var data = json.writeValueAsString(event);
        var occurredAt = ViewProjection.at(metadata.occurredAt());
        if (belongsInTimeline(event)) {
            jdbc.sql("""
                            insert into view_timeline
                                (event_id, type, occurred_at, sequence, actor, device_id, account_id, user_id, data)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                            on conflict (event_id) do nothing
                            """)
                    .params(java.util.Arrays.asList(
                            metadata.eventId(),
                            type,
                            occurredAt,
                            metadata.sequence(),
                            metadata.actor(),
                            subject.device(),
                            named,
                            subject.user(),
                            data))
                    .update();
        }
        if (isNews(metadata)) {
            announce(metadata, subject, named, type, data);
        }
    }

    /**
     * The stream remembers for as long. What happened before that has been told and forgotten when it comes again with a
     * rebuild of the view; what comes so late for the first time is shown by the next query and interrupts nobody. Tokens
     * from before a change of rights have long expired by then.
     */
    private boolean isNews(EventMetadata metadata) {
        var remembered = clock.instant().minus(properties.view().keepEvents());
        return !metadata.occurredAt().isBefore(remembered);
    }

    private void announce(EventMetadata metadata, Subject subject, @Nullable UUID account, String type, String data) {
        jdbc.sql("""
                        insert into live_event (event_id, type, kind, object_id, account_id, device_id, user_id, actor,
                            occurred_at, data)
                        values (?, ?, ?, ?, coalesce(?, (select account_id from view_device where device_id = ?)), ?, ?,
                            ?, ?, ?::jsonb)
                        on conflict (event_id) do nothing
                        """)
                .params(java.util.Arrays.asList(
                        metadata.eventId(),
                        type,
                        subject.kind().name(),
                        subject.id(),
                        account,
                        subject.device(),
                        subject.device(),
                        subject.user(),
                        metadata.actor(),
                        ViewProjection.at(metadata.occurredAt()),
                        data))
                .update();
    }

    /** What comes with every poll of every device is nobody's history. */
    private static boolean belongsInTimeline(PublishedEvent event) {
        return !(event instanceof DeviceCommunicationReceived
                || event instanceof CounterReported
                || event instanceof SupplyLevelsReported
                || event instanceof ModelRegistered);
    }
}

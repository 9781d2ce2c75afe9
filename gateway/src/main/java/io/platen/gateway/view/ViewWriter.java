package io.platen.gateway.view;

import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketTriageOverdue;
import io.platen.gateway.GatewayProperties;
import io.platen.gateway.live.ViewChanged;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Row, timeline and live stream change together, in the transaction of the caller. */
@Component
class ViewWriter {

    /** The view has the change already; of a ticket all that came before as well. */
    private static final String FROM = """
         from (values (1)) one
         left join view_ticket t on t.reference = cast(:ticket as text)
         left join view_order o on o.order_id = cast(:order as uuid)
        """;

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
        if (belongsInTimeline(event)) {
            statement("""
                insert into view_timeline (event_id, type, occurred_at, sequence, actor, device_id, account_id, user_id,
                    data, ticket, order_id, internal)
                select :event, :type, cast(:at as timestamptz), :sequence, :actor, coalesce(cast(:device as uuid), t.device_id, o.device_id),
                    coalesce(cast(:account as uuid), t.account_id, o.account_id), cast(:user as uuid),
                    cast(:data as jsonb), cast(:ticket as text), cast(:order as uuid), :internal
                """ + FROM + " on conflict (event_id) do nothing", event, metadata, subject)
                    .update();
        }
        if (isNews(metadata)) {
            statement(
                            """
                                    insert into live_event (event_id, type, kind, object_id, account_id, device_id, user_id, actor,
                                        occurred_at, data, region, people, internal, incident)
                                    select :event, :type, :kind, :id,
                                        coalesce(cast(:account as uuid), t.account_id, o.account_id, d.account_id),
                                        coalesce(cast(:device as uuid), t.device_id, o.device_id), cast(:user as uuid), :actor,
                                        cast(:at as timestamptz),
                                        cast(:data as jsonb), t.region,
                                        array_remove(array[t.requester_id, t.specialist_id, t.engineer_id,
                                            case when :type = 'EngineerDispatched' then t.former_engineer_id end], null),
                                        :internal, coalesce(t.kind = 'INCIDENT', false)
                                    """ + FROM + " left join view_device d on d.device_id = cast(:device as uuid)"
                                    + " on conflict (event_id) do nothing",
                            event,
                            metadata,
                            subject)
                    .update();
        }
    }

    private JdbcClient.StatementSpec statement(
            String sql, PublishedEvent event, EventMetadata metadata, Subject subject) {
        var told = metadata.account();
        return jdbc.sql(sql)
                .param("event", metadata.eventId())
                .param("type", event.getClass().getSimpleName())
                .param("kind", subject.kind().name())
                .param("id", subject.id())
                .param("at", Statements.at(metadata.occurredAt()))
                .param("sequence", metadata.sequence())
                .param("actor", metadata.actor())
                .param("device", subject.device())
                .param("account", subject.account() != null || told == null ? subject.account() : told.value())
                .param("user", subject.user())
                .param("ticket", subject.ticket())
                .param("order", subject.order())
                .param("internal", isInternal(event))
                .param("data", json.writeValueAsString(event));
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

    /** What the vendor's people have with each other. */
    private static boolean isInternal(PublishedEvent event) {
        return event instanceof TicketTriageOverdue
                || event instanceof MeterInvestigationOpened
                || (event instanceof TicketCommented comment && comment.internal());
    }

    /** What comes with every poll of every device is nobody's history; what a read costs stands beside the read. */
    private static boolean belongsInTimeline(PublishedEvent event) {
        return !(event instanceof DeviceCommunicationReceived
                || event instanceof AgentHealthReported
                || event instanceof CounterReported
                || event instanceof SupplyLevelsReported
                || event instanceof ModelRegistered
                || event instanceof UsageRecorded);
    }
}

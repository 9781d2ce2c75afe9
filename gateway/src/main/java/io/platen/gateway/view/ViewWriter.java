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
import io.platen.platform.inbox.Received;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Row, timeline and live stream change together, in the transaction of the caller. */
@Component
class ViewWriter {

    private static final String TIMELINE = """
            insert into view_timeline (event_id, type, occurred_at, sequence, actor, device_id, account_id, user_id, data,
                ticket, order_id, internal)
            select e.id, e.type, e.at, e.sequence, e.actor, coalesce(e.device, t.device_id, o.device_id),
                coalesce(e.account, t.account_id, o.account_id), e.person, e.data, e.ticket, e.order_id, e.internal
            """;

    private static final String LIVE = """
            insert into live_event (event_id, type, kind, object_id, account_id, device_id, user_id, actor, occurred_at,
                data, region, people, internal, incident)
            select e.id, e.type, e.kind, e.object, coalesce(e.account, t.account_id, o.account_id, d.account_id),
                coalesce(e.device, t.device_id, o.device_id), e.person, e.actor, e.at, e.data, t.region,
                array_remove(array[t.requester_id, t.specialist_id, t.engineer_id,
                    case when e.type = 'EngineerDispatched' then t.former_engineer_id end], null),
                e.internal, coalesce(t.kind = 'INCIDENT', false)
            """;

    /** The view has the change already; of a ticket all that came before as well. */
    private static final String FROM = """
            from (select cast(? as text) as id, cast(? as text) as type, cast(? as text) as kind,
                    cast(? as text) as object, cast(? as timestamptz) as at, cast(? as bigint) as sequence,
                    cast(? as text) as actor, cast(? as uuid) as device, cast(? as uuid) as account,
                    cast(? as uuid) as person, cast(? as text) as ticket, cast(? as uuid) as order_id,
                    cast(? as boolean) as internal, cast(? as jsonb) as data) e
            left join view_ticket t on t.reference = e.ticket
            left join view_order o on o.order_id = e.order_id
            left join view_device d on d.device_id = e.device
            on conflict (event_id) do nothing
            """;

    private final ViewProjection projection;
    private final Statements rows;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final GatewayProperties properties;

    ViewWriter(
            ViewProjection projection,
            Statements rows,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            GatewayProperties properties) {
        this.projection = projection;
        this.rows = rows;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    void write(List<Received> received) {
        rows.together(() -> projection.advance(received).forEach(this::write));
        events.publishEvent(new ViewChanged());
    }

    private void write(Received received) {
        var event = received.event();
        var metadata = received.metadata();
        rows.of(Aggregate.of(received));
        projection.apply(event, metadata);
        Subject.of(event).ifPresent(subject -> tell(event, metadata, subject));
    }

    private void tell(PublishedEvent event, EventMetadata metadata, Subject subject) {
        var told = metadata.account();
        @Nullable
        Object[] params = {
            metadata.eventId(),
            event.getClass().getSimpleName(),
            subject.kind().name(),
            subject.id(),
            Statements.at(metadata.occurredAt()),
            metadata.sequence(),
            metadata.actor(),
            subject.device(),
            subject.account() != null || told == null ? subject.account() : told.value(),
            subject.user(),
            subject.ticket(),
            subject.order(),
            isInternal(event),
            json.writeValueAsString(event)
        };
        if (belongsInTimeline(event)) {
            rows.run(TIMELINE + FROM, params);
        }
        if (isNews(metadata)) {
            rows.run(LIVE + FROM, params);
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

package io.platen.gateway.live;

import io.platen.gateway.GatewayProperties;
import io.platen.gateway.session.SignedIn;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Audience;
import io.platen.platform.security.Caller;
import io.platen.platform.security.OpenTo;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** VIEW-13, VIEW-14: what happens in the caller's scope, as it happens. Each stream has a virtual thread of its own. */
@RestController
class LiveController {

    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    /** How long a stream may go on after sign-out or a revocation that no event told of. */
    private static final long LONGEST_NAP_NANOS = 1_000_000_000L;

    private final LiveHub hub;
    private final LiveEvents events;
    private final RightsWatch rightsWatch;
    private final JsonMapper json;
    private final Clock clock;
    private final GatewayProperties properties;

    LiveController(
            LiveHub hub,
            LiveEvents events,
            RightsWatch rightsWatch,
            JsonMapper json,
            Clock clock,
            GatewayProperties properties) {
        this.hub = hub;
        this.events = events;
        this.rightsWatch = rightsWatch;
        this.json = json;
        this.clock = clock;
        this.properties = properties;
    }

    @GetMapping(value = "/api/live", produces = "text/event-stream")
    @OpenTo(Audience.SIGNED_IN)
    void live(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventIdHeader,
            @RequestParam(required = false) @Nullable String lastEventId,
            @Parameter(description = "Only events of these types, for example MeterReadSubmitted; may be repeated")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> type,
            @Parameter(description = "Only what concerns accounts of these service regions; may be repeated")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> region,
            @Parameter(
                            description =
                                    "Only what is about the things with these ids, of tickets their references; may be repeated")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> object,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (caller.kind() == Caller.Kind.AGENT) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var filter = LiveFilter.of(type, region, object, region == null ? Set.of() : regions(caller));
        var wanted = lastEventIdHeader != null && !lastEventIdHeader.isBlank() ? lastEventIdHeader : lastEventId;
        var asked = wanted == null || wanted.isBlank()
                ? hub.position()
                : Position.parse(wanted)
                        .orElseThrow(() -> Rejected.of(CommonProblem.VALIDATION_FAILED)
                                .field("lastEventId", CommonProblem.VALIDATION_FAILED, Map.of("value", wanted)));
        // Whoever names what no gateway can have told, of a database before a restore, would wait for it without an
        // end.
        var unknown = asked.compareTo(events.newest()) > 0;
        var from = unknown ? hub.position() : asked;
        var gap = unknown || (from.compareTo(Position.START) > 0 && from.compareTo(events.oldest()) < 0);
        // First assignments and visits, then the events: what is assigned meanwhile is told by an event.
        var user = caller.userId().value();
        var rights = new LiveRights(caller, events.devicesAssignedTo(user), events.visitsOf(user));
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Platen-Position", from.toString());
        response.setHeader("Platen-As-Of", hub.asOf().toString());
        hub.watch();
        try {
            follow(from, gap, rights, filter, SignedIn.of(request, clock), response.getOutputStream());
        } catch (IOException e) {
            // The reader went away, which is how most streams end.
            return;
        } finally {
            hub.unwatch();
        }
    }

    /** A region that somebody is responsible for may have no customers yet. */
    private Set<String> regions(Caller caller) {
        var known = new HashSet<>(events.regions());
        var staff = caller.staff();
        if (staff != null) {
            known.addAll(staff.regions());
        }
        return known;
    }

    private void follow(
            Position start, boolean gap, LiveRights rights, LiveFilter filter, SignedIn signedIn, OutputStream out)
            throws IOException, InterruptedException {
        if (gap) {
            out.write("event: Gap\ndata: {\"type\":\"Gap\"}\n\n".getBytes(StandardCharsets.UTF_8));
        }
        out.write(HEARTBEAT);
        out.flush();
        var from = start;
        var heartbeatNanos = properties.view().heartbeat().toNanos();
        var lastSign = System.nanoTime();
        while (hub.isOpen()) {
            var batch = hub.after(from);
            for (var event : batch) {
                from = event.position();
                // The rights first: they follow from the events which devices are the reader's.
                if (rights.maySee(event) && filter.asksFor(event)) {
                    out.write(text(event, rights).getBytes(StandardCharsets.UTF_8));
                    lastSign = System.nanoTime();
                }
                if (rights.isAboutMe(event)
                        && RightsWatch.changesRights(event)
                        && rightsWatch.isOutdated(signedIn.user(), signedIn.issuedAt())) {
                    out.flush();
                    return;
                }
            }
            out.flush();
            if (batch.isEmpty()) {
                if (rightsWatch.isGone(signedIn.user()) || signedIn.isOver()) {
                    return;
                }
                var untilHeartbeat = heartbeatNanos - (System.nanoTime() - lastSign);
                if (untilHeartbeat <= 0) {
                    out.write(HEARTBEAT);
                    out.flush();
                    lastSign = System.nanoTime();
                } else {
                    hub.await(from, Math.min(untilHeartbeat, LONGEST_NAP_NANOS));
                }
            }
        }
    }

    private String text(LiveEvent event, LiveRights rights) {
        var body = json.writeValueAsString(new Told(
                event.position().toString(),
                event.type(),
                event.kind(),
                event.objectId(),
                event.account() == null ? null : event.account().toString(),
                event.occurredAt().toString(),
                new Actor(event.actor(), event.actorName() == null ? event.actor() : event.actorName()),
                new RawValue(rights.maySeeData() ? event.data() : "{}")));
        return "id: " + event.position() + "\nevent: " + event.type() + "\ndata: " + body + "\n\n";
    }

    private record Actor(String id, String name) {}

    private record Told(
            String position,
            String type,
            String kind,
            String id,
            @Nullable String accountId,
            String occurredAt,
            Actor actor,
            RawValue data) {}
}

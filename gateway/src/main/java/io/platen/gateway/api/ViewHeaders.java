package io.platen.gateway.api;

import io.platen.gateway.GatewayProperties;
import io.platen.gateway.live.LiveHub;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * VIEW-16 and VIEW-17: a query that brings the token of a command waits until the view has caught up, and every answer
 * says which position and time it reflects. The position is taken before the query: what comes after it is told by the
 * live stream, at worst once more.
 */
@Component
public class ViewHeaders implements HandlerInterceptor {

    public static final String POSITION = "Platen-Position";
    public static final String AS_OF = "Platen-As-Of";
    private static final Pattern TOKEN = Pattern.compile("(?:([a-z]{1,20})/)?([\\w-]{1,100})@(\\d{1,15})");
    private static final int MOST_TOKENS = 50;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final JdbcClient jdbc;
    private final LiveHub hub;
    private final GatewayProperties properties;

    ViewHeaders(JdbcClient jdbc, LiveHub hub, GatewayProperties properties) {
        this.jdbc = jdbc;
        this.hub = hub;
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!request.getMethod().equals("GET")) {
            return true;
        }
        var wanted = request.getHeader("Platen-Consistency");
        if (wanted != null) {
            waitFor(wanted);
        }
        response.setHeader(AS_OF, hub.asOf().toString());
        response.setHeader(POSITION, hub.position().toString());
        response.setHeader("Cache-Control", "no-store");
        return true;
    }

    /** Nonsense is passed over: the token is a wish, not a command. */
    private void waitFor(String tokens) throws InterruptedException {
        var until = System.nanoTime() + properties.view().waitForConsistency().toNanos();
        var left = MOST_TOKENS;
        for (var token : tokens.split(",", -1)) {
            var match = TOKEN.matcher(token.strip());
            if (!match.matches() || left-- == 0) {
                continue;
            }
            while (!hasReached(match.group(1), match.group(2), Long.parseLong(match.group(3)))) {
                var nanos = until - System.nanoTime();
                if (nanos <= 0) {
                    return;
                }
                hub.awaitChange(Math.min(nanos, LOOK_AGAIN_NANOS));
            }
        }
    }

    private boolean hasReached(@org.jspecify.annotations.Nullable String source, String aggregate, long sequence) {
        return !jdbc.sql("""
                        select 1 from view_progress where aggregate_id = :aggregate and sequence >= :sequence
                        and (cast(:source as text) is null or source = :source)
                        """)
                .param("aggregate", aggregate)
                .param("sequence", sequence)
                .param("source", source, java.sql.Types.VARCHAR)
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}

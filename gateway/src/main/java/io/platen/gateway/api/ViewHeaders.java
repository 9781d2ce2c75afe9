package io.platen.gateway.api;

import io.platen.gateway.GatewayProperties;
import io.platen.gateway.live.LiveHub;
import io.platen.platform.command.Consistency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
        var wanted = request.getHeader(Consistency.HEADER);
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
        var wanted = Arrays.stream(tokens.split(",", -1))
                .map(token -> TOKEN.matcher(token.strip()))
                .filter(Matcher::matches)
                .limit(Consistency.MOST_POSITIONS)
                .toList();
        while (!wanted.isEmpty() && !hasReached(wanted)) {
            var nanos = until - System.nanoTime();
            if (nanos <= 0) {
                return;
            }
            hub.awaitChange(Math.min(nanos, LOOK_AGAIN_NANOS));
        }
    }

    private boolean hasReached(List<Matcher> wanted) {
        return jdbc.sql("""
                        select not exists (
                            select from unnest(?::text[], ?::text[], ?::bigint[]) as w (source, aggregate_id, sequence)
                            where not exists (
                                select from view_progress p
                                where p.aggregate_id = w.aggregate_id and p.sequence >= w.sequence
                                and (w.source is null or p.source = w.source)))
                        """)
                .params(List.of(group(wanted, 1), group(wanted, 2), group(wanted, 3)))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String[] group(List<Matcher> tokens, int number) {
        var found = new @Nullable String[tokens.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = tokens.get(i).group(number);
        }
        return found;
    }
}

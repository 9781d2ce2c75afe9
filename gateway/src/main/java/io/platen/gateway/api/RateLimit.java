package io.platen.gateway.api;

import io.platen.gateway.GatewayProperties;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * VIEW-24: in no sixty seconds more requests of one caller than are allowed. Who is not signed in is known by his address.
 * Each instance counts its share (docs/adr/0016).
 */
@Component
class RateLimit implements HandlerInterceptor {

    private static final int MOST_CALLERS = 10_000;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final ClientAddress addresses;
    private final LongSupplier nanos;
    private final Map<String, LastMinute> callers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LastMinute> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    @Autowired
    RateLimit(GatewayProperties properties) {
        this(
                Math.max(
                        1,
                        properties.gateway().requestsPerMinute()
                                / properties.gateway().instances()),
                new ClientAddress(properties.gateway().proxies()),
                System::nanoTime);
    }

    RateLimit(int perMinute, ClientAddress addresses, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.addresses = addresses;
        this.nanos = nanos;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        return admits(request, response);
    }

    /** Counts the request; one too many is answered here. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = CurrentCaller.get().map(who -> who.subject()).orElseGet(() -> addresses.of(request));
        var wait = lastMinute(caller).nanosToWait(nanos.getAsLong());
        if (wait == 0) {
            return true;
        }
        var seconds = TimeUnit.NANOSECONDS.toSeconds(wait) + 1;
        Problems.write(
                request, response, Rejected.of(CommonProblem.TOO_MANY_REQUESTS).with("retryAfter", seconds));
        return false;
    }

    private LastMinute lastMinute(String caller) {
        synchronized (callers) {
            return callers.computeIfAbsent(caller, key -> new LastMinute(perMinute));
        }
    }

    /** When a caller's requests of the last sixty seconds came, never more than are allowed. */
    private static final class LastMinute {

        private final int most;
        private long[] times = new long[8];
        private int oldest;
        private int count;

        LastMinute(int most) {
            this.most = most;
        }

        /** Zero where the request is counted. */
        synchronized long nanosToWait(long now) {
            while (count > 0 && now - times[oldest] >= MINUTE_NANOS) {
                oldest = (oldest + 1) % times.length;
                count--;
            }
            if (count == most) {
                return MINUTE_NANOS - (now - times[oldest]);
            }
            if (count == times.length) {
                grow();
            }
            times[(oldest + count) % times.length] = now;
            count++;
            return 0;
        }

        private void grow() {
            var longer = new long[Math.min(most, 2 * times.length)];
            for (int i = 0; i < count; i++) {
                longer[i] = times[(oldest + i) % times.length];
            }
            times = longer;
            oldest = 0;
        }
    }
}

package io.platen.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** VIEW-24. */
class RateLimitTest {

    private static final int PER_MINUTE = 600;

    private final AtomicLong now = new AtomicLong(-5);
    private final RateLimit limit =
            new RateLimit(PER_MINUTE, new ClientAddress(List.of("10.0.0.1", "10.0.0.2")), now::get);

    @Test
    void exactlySoManyAreAdmittedAndTheNextIsToldWhenToComeAgain() throws IOException {
        assertThat(admitted(PER_MINUTE + 50, "192.0.2.1")).isEqualTo(PER_MINUTE);

        pass(20);
        var refused = new MockHttpServletResponse();
        assertThat(limit.admits(request("192.0.2.1"), refused)).isFalse();
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("41");
        assertThat(admitted(1, "192.0.2.2")).isEqualTo(1);
    }

    @Test
    void noSixtySecondsHoldMore() throws IOException {
        assertThat(admitted(400, "192.0.2.1")).isEqualTo(400);
        pass(50);
        assertThat(admitted(400, "192.0.2.1")).isEqualTo(200);
        pass(9);
        assertThat(admitted(400, "192.0.2.1")).isZero();
        pass(1);
        assertThat(admitted(1_000, "192.0.2.1")).isEqualTo(400);
        pass(50);
        assertThat(admitted(1_000, "192.0.2.1")).isEqualTo(200);
        pass(3_600);
        assertThat(admitted(1_000, "192.0.2.1")).isEqualTo(PER_MINUTE);
    }

    @Test
    void whoAsksSteadilyIsNeverRefused() throws IOException {
        for (int second = 0; second < 300; second++) {
            assertThat(admitted(10, "192.0.2.1")).isEqualTo(10);
            pass(1);
        }
    }

    @Test
    void aProxyIsBelievedInWhatItAddsAndNobodyElse() throws IOException {
        assertThat(admitted(PER_MINUTE + 1, "10.0.0.1", "192.0.2.1")).isEqualTo(PER_MINUTE);
        assertThat(admitted(1, "10.0.0.1", "192.0.2.2")).isEqualTo(1);
        // What the client itself has written stands before it.
        assertThat(admitted(1, "10.0.0.1", "198.51.100.7, 192.0.2.1, 10.0.0.2")).isZero();
        assertThat(admitted(1, "192.0.2.1", "198.51.100.7")).isZero();
        assertThat(admitted(PER_MINUTE + 1, "10.0.0.2")).isEqualTo(PER_MINUTE);
    }

    private int admitted(int requests, String address, String... forwardedFor) throws IOException {
        var admitted = 0;
        for (int i = 0; i < requests; i++) {
            if (limit.admits(request(address, forwardedFor), new MockHttpServletResponse())) {
                admitted++;
            }
        }
        return admitted;
    }

    private static MockHttpServletRequest request(String address, String... forwardedFor) {
        var request = new MockHttpServletRequest("GET", "/api/me");
        request.setRemoteAddr(address);
        for (var line : forwardedFor) {
            request.addHeader("X-Forwarded-For", line);
        }
        return request;
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}

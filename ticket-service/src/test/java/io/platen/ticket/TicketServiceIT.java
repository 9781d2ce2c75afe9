package io.platen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@PlatenIT
class TicketServiceIT {

    @Value("${local.server.port}")
    private int port;

    @Test
    void theServiceStartsIsHealthyAndAnswersNobodyWithoutAToken() {
        var http = new Http(port);

        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/api/anything", null).code()).isEqualTo("NOT_SIGNED_IN");
    }
}

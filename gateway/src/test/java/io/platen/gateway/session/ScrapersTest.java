package io.platen.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ScrapersTest {

    @Test
    void thisMachineMayAlways() {
        var scrapers = new Scrapers(List.of(""));

        assertThat(scrapers.mayRead(from("127.0.0.1"))).isTrue();
        assertThat(scrapers.mayRead(from("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(scrapers.mayRead(from("10.1.2.3"))).isFalse();
    }

    @Test
    void andSoMayTheNetworksThatWereNamed() {
        var scrapers = new Scrapers(List.of("10.1.0.0/16", " 192.168.7.7"));

        assertThat(scrapers.mayRead(from("10.1.2.3"))).isTrue();
        assertThat(scrapers.mayRead(from("192.168.7.7"))).isTrue();
        assertThat(scrapers.mayRead(from("10.2.2.3"))).isFalse();
        assertThat(scrapers.mayRead(from("2001:db8::1"))).isFalse();
    }

    @Test
    void butNobodyThroughAProxyAndNothingElse() {
        var scrapers = new Scrapers(List.of("10.1.0.0/16"));
        var forwarded = from("10.1.2.3");
        forwarded.addHeader("X-Forwarded-For", "203.0.113.9");
        var alsoForwarded = from("10.1.2.3");
        alsoForwarded.addHeader("Forwarded", "for=203.0.113.9");
        var other = from("10.1.2.3");
        other.setRequestURI("/actuator/env");

        assertThat(scrapers.mayRead(forwarded)).isFalse();
        assertThat(scrapers.mayRead(alsoForwarded)).isFalse();
        assertThat(scrapers.mayRead(other)).isFalse();
    }

    @Test
    void aNetworkThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new Scrapers(List.of("the office"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(address);
        return request;
    }
}

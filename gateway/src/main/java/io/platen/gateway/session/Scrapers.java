package io.platen.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who may read the metrics: a scraper that stands beside the process or in a network it is told of, and asks directly. What
 * came through the public address carries a trace of the proxy there.
 */
final class Scrapers {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1");

    private final List<IpAddressMatcher> networks;

    /** @param networks addresses, or networks such as {@code 10.0.0.0/8} */
    Scrapers(List<String> networks) {
        this.networks = Stream.concat(THIS_MACHINE.stream(), networks.stream())
                .filter(network -> !network.isBlank())
                .map(network -> new IpAddressMatcher(network.strip()))
                .toList();
    }

    boolean mayRead(HttpServletRequest request) {
        return request.getRequestURI().equals("/actuator/prometheus")
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && networks.stream().anyMatch(network -> network.matches(request.getRemoteAddr()));
    }
}

package io.platen.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Where a request comes from. Only a proxy that is named is believed, and only in what it has added itself. */
final class ClientAddress {

    private final List<String> proxies;

    /** @param proxies addresses as the connection shows them */
    ClientAddress(List<String> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    String of(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        if (!proxies.contains(nearest)) {
            return nearest;
        }
        var hops = Arrays.asList(Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .collect(Collectors.joining(","))
                .split(","));
        return hops.reversed().stream()
                .map(String::strip)
                .filter(hop -> !hop.isEmpty() && !proxies.contains(hop))
                .findFirst()
                .orElse(nearest);
    }
}

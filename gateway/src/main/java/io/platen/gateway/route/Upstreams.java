package io.platen.gateway.route;

import io.platen.gateway.GatewayProperties;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every service by name. */
@Component
public class Upstreams {

    private final Map<String, Upstream> byName = new LinkedHashMap<>();

    Upstreams(GatewayProperties properties) {
        properties.services().forEach((name, addresses) -> byName.put(name, new Upstream(name, addresses)));
    }

    Upstream service(String name) {
        var service = byName.get(name);
        if (service == null) {
            throw new IllegalStateException("platen.services." + name + " is not set");
        }
        return service;
    }

    /** Names and instances. */
    public Map<String, List<URI>> all() {
        var all = new LinkedHashMap<String, List<URI>>();
        byName.forEach((name, service) -> all.put(name, service.inTurn()));
        return all;
    }
}

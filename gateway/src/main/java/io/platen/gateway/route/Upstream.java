package io.platen.gateway.route;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service, taken in turn. */
final class Upstream {

    private final String name;
    private final List<URI> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<String> addresses) {
        this.name = name;
        this.instances = addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> URI.create(withoutContext(name, address)))
                .toList();
    }

    String name() {
        return name;
    }

    /** All instances, beginning with the one whose turn it is. */
    List<URI> inTurn() {
        var first = instances.isEmpty() ? 0 : Math.floorMod(turn.getAndIncrement(), instances.size());
        var order = new ArrayList<URI>(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            order.add(instances.get((first + i) % instances.size()));
        }
        return order;
    }

    /** identity-service's address may come with its context path, which the paths here have already. */
    private static String withoutContext(String name, String address) {
        var plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        var context = "/" + name;
        return plain.endsWith(context) ? plain.substring(0, plain.length() - context.length()) : plain;
    }
}

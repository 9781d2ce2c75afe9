package io.platen.localstack.apps;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eight services. */
public enum Service {
    IDENTITY(8081),
    DEVICE(8082),
    METER(8083),
    TICKET(8084),
    SUPPLY(8085),
    BILLING(8086),
    NOTIFICATION(8087),
    GATEWAY(8080);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    /** The name of its database and of its {@code --instances} entry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module, which is also the name of its log. */
    public String module() {
        return this == GATEWAY ? id() : id() + "-service";
    }

    /** Where it listens when nothing else is said. */
    public int defaultPort() {
        return port;
    }

    public String contextPath() {
        return this == IDENTITY ? "/identity" : "";
    }

    /** {@code meter} and {@code meter-service} both name the service. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name) || service.module().equals(name))
                .findFirst();
    }
}

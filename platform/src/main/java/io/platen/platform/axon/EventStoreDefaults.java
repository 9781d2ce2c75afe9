package io.platen.platform.axon;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults below every other source, so that no service repeats them and each can still differ. */
public final class EventStoreDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // Axon calls home, takes a stack trace per handler and falls back to XStream unless it is told otherwise
            Map.entry("axon.axonserver.enabled", "false"),
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("axon.timeout.enabled", "false"),
            Map.entry("axon.serializer.general", "jackson3"),
            Map.entry("axon.serializer.messages", "jackson3"),
            Map.entry("axon.serializer.events", "jackson3"),
            // the platform's tables come before the service's own, whenever they were written
            Map.entry("spring.flyway.locations", "classpath:db/platform,classpath:db/migration"),
            Map.entry("spring.flyway.out-of-order", "true"),
            Map.entry("spring.flyway.placeholders.app_role", "${spring.datasource.username:postgres}"),
            // neither a request nor a shutdown waits half a minute for a database that is away
            Map.entry("spring.datasource.hikari.connection-timeout", "5000"),
            // a transaction that hangs would hold back every reader of the PostgreSQL cluster
            Map.entry(
                    "spring.datasource.hikari.connection-init-sql",
                    "set transaction_timeout = '30s'; set idle_in_transaction_session_timeout = '10s'"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        System.setProperty("disable-axoniq-console-message", "true"); // it knows no other way
        environment.getPropertySources().addLast(new MapPropertySource("platen event store defaults", DEFAULTS));
    }
}

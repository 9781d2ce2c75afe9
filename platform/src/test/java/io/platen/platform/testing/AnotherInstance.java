package io.platen.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/** A second process of a service in the same JVM, on the database and in the Kafka groups of a {@link PlatenIT}. */
public final class AnotherInstance implements AutoCloseable {

    static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.datasource.hikari.maximum-pool-size",
            "spring.datasource.hikari.minimum-idle",
            "spring.kafka.bootstrap-servers",
            "platen.inbox.group",
            "platen.inbox.first-pause",
            "platen.inbox.retries",
            "platen.public-url");

    private final ConfigurableApplicationContext context;

    private AnotherInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param first the environment of the test's own instance
     * @param properties as {@code name=value}; they come before those of the first
     */
    public static AnotherInstance of(Class<?> application, Environment first, String... properties) {
        var arguments = new ArrayList<String>();
        SHARED.stream()
                .filter(name -> Stream.of(properties).noneMatch(property -> property.startsWith(name + "=")))
                .forEach(name -> arguments.add("--" + name + "=" + first.getRequiredProperty(name)));
        for (var property : properties) {
            arguments.add("--" + property);
        }
        arguments.add("--server.port=0");
        return new AnotherInstance(new SpringApplicationBuilder(application, PlatenTestConfiguration.class)
                .run(arguments.toArray(String[]::new)));
    }

    /** Reads no event any more, or reads again; the groups hand its partitions to the other instances meanwhile. */
    public static void consume(ConfigurableApplicationContext instance, boolean wanted) {
        var inbox = instance.getBean("inboxContainers", SmartLifecycle.class);
        if (wanted && !inbox.isRunning()) {
            inbox.start();
        } else if (!wanted && inbox.isRunning()) {
            inbox.stop();
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}

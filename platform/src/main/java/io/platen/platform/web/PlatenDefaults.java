package io.platen.platform.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of the HTTP side and of operations, below every other source. */
public final class PlatenDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            // a command for 200 devices answers with 200 consistency tokens, which the next query brings back
            Map.entry("server.max-http-request-header-size", "32KB"),
            Map.entry("server.tomcat.max-http-response-header-size", "32KB"),
            Map.entry("server.error.whitelabel.enabled", "false"),
            Map.entry("spring.mvc.problemdetails.enabled", "false"),
            Map.entry("spring.jackson.time-zone", "UTC"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.metrics.tags.application", "${spring.application.name:platen}"),
            // sent only where somebody says where to
            Map.entry("management.otlp.metrics.export.enabled", "false"),
            Map.entry("management.tracing.sampling.probability", "0.1"),
            // for machines; people set logging.structured.format.console to nothing and read lines
            Map.entry("logging.structured.format.console", "ecs"),
            Map.entry("logging.pattern.correlation", "[%X{correlationId:-} %X{traceId:-}] "),
            // only statements are told of; the default builds a Spring proxy for each of them and for each result
            Map.entry("jdbc.includes", "query"),
            Map.entry("jdbc.datasource-proxy.type", "proxy"),
            Map.entry("springdoc.api-docs.path", "/v3/api-docs"),
            Map.entry("springdoc.default-produces-media-type", "application/json"),
            Map.entry("springdoc.default-consumes-media-type", "application/json"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("platen defaults", DEFAULTS));
    }
}

package io.platen.agent;

import io.platen.agent.snmp.AddressRange;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.SnmpSettings;
import io.platen.agent.snmp.SnmpSettings.V3User;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is set up. Each value may come from a system property ({@code platen.agent.platform-url}), an
 * environment variable ({@code PLATEN_AGENT_PLATFORM_URL}) or the properties file named by {@code platen.agent.config},
 * in that order.
 *
 * @param platformUrl where the platform's door is
 * @param tokenUrl where the agent gets its token; by default below the platform's address
 * @param printers addresses of printers
 * @param authorities a PEM file of certificate authorities that sign the platform's door; null for the usual ones
 * @param ranges addresses to look for printers in
 * @param searchEvery rhythm of looking for new printers there
 * @param countersEvery rhythm of page counters
 * @param suppliesEvery rhythm of supplies and alerts
 * @param dataDirectory where unsent reports are kept; one agent each
 * @param lowPercent measured levels up to this are low
 * @param bufferedReports how many unsent reports to keep
 * @param longestPause between two attempts while the platform is away
 * @param statusPort port of the status page on localhost; 0 for none
 * @param statusRequired whether the agent shall not start without its page; not where the port is the usual one
 */
public record AgentConfig(
        URI platformUrl,
        URI tokenUrl,
        String clientId,
        String clientSecret,
        @Nullable Path authorities,
        List<PrinterAddress> printers,
        List<AddressRange> ranges,
        Duration searchEvery,
        Duration countersEvery,
        Duration suppliesEvery,
        Path dataDirectory,
        SnmpSettings snmp,
        int lowPercent,
        int bufferedReports,
        Duration longestPause,
        int statusPort,
        boolean statusRequired) {

    /** Nobody else's, as far as is known; SNMP's own with an 8. */
    static final int USUAL_STATUS_PORT = 8161;

    private static final Duration SHORTEST = Duration.ofMillis(100);

    public AgentConfig {
        if (countersEvery.compareTo(SHORTEST) < 0 || suppliesEvery.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("printers are polled every 100 ms at most");
        }
        if (searchEvery.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("ranges are searched every 100 ms at most");
        }
        if (lowPercent < 0 || lowPercent > 100) {
            throw new IllegalArgumentException("low-percent must lie in 0..100");
        }
        if (bufferedReports < 1) {
            throw new IllegalArgumentException("buffered-reports must be positive");
        }
        printers = List.copyOf(printers);
        ranges = List.copyOf(ranges);
    }

    /** An agent for known printers with the usual rhythm and no status page; the rest by the {@code with} methods. */
    public static AgentConfig of(
            URI platformUrl, String clientId, String clientSecret, List<PrinterAddress> printers, Path dataDirectory) {
        return new AgentConfig(
                platformUrl,
                tokenUrl(platformUrl),
                clientId,
                clientSecret,
                null,
                printers,
                List.of(),
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofMinutes(5),
                dataDirectory,
                SnmpSettings.v2c("public"),
                10,
                10_000,
                Duration.ofMinutes(5),
                0,
                true);
    }

    public AgentConfig withRhythm(Duration counters, Duration supplies) {
        return with(tokenUrl, authorities, ranges, searchEvery, counters, supplies, snmp);
    }

    public AgentConfig withSnmp(SnmpSettings settings) {
        return with(tokenUrl, authorities, ranges, searchEvery, countersEvery, suppliesEvery, settings);
    }

    public AgentConfig withRanges(List<AddressRange> search, Duration every) {
        return with(tokenUrl, authorities, search, every, countersEvery, suppliesEvery, snmp);
    }

    public AgentConfig withTokenUrl(URI url) {
        return with(url, authorities, ranges, searchEvery, countersEvery, suppliesEvery, snmp);
    }

    public AgentConfig withAuthorities(Path pem) {
        return with(tokenUrl, pem, ranges, searchEvery, countersEvery, suppliesEvery, snmp);
    }

    private AgentConfig with(
            URI tokens,
            @Nullable Path pem,
            List<AddressRange> search,
            Duration searches,
            Duration counters,
            Duration supplies,
            SnmpSettings settings) {
        return new AgentConfig(
                platformUrl,
                tokens,
                clientId,
                clientSecret,
                pem,
                printers,
                search,
                searches,
                counters,
                supplies,
                dataDirectory,
                settings,
                lowPercent,
                bufferedReports,
                longestPause,
                statusPort,
                statusRequired);
    }

    /** @param pause between two attempts while the platform is away, at most */
    public AgentConfig withLimits(int reports, Duration pause, int port) {
        return new AgentConfig(
                platformUrl,
                tokenUrl,
                clientId,
                clientSecret,
                authorities,
                printers,
                ranges,
                searchEvery,
                countersEvery,
                suppliesEvery,
                dataDirectory,
                snmp,
                lowPercent,
                reports,
                pause,
                port,
                true);
    }

    /** @throws IllegalArgumentException naming what is missing or cannot be read */
    public static AgentConfig fromEnvironment() throws IOException {
        var properties = new HashMap<String, String>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return from(properties, System.getenv());
    }

    static AgentConfig from(Map<String, String> properties, Map<String, String> environment) throws IOException {
        Function<String, Optional<String>> direct = key -> {
            var name = "platen.agent." + key;
            var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            return Optional.ofNullable(properties.get(name))
                    .or(() -> Optional.ofNullable(environment.get(variable)))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        };
        var file = new Properties();
        var fileName = direct.apply("config");
        if (fileName.isPresent()) {
            try (var reader = Files.newBufferedReader(Path.of(fileName.get()))) {
                file.load(reader);
            }
        }
        return from(key -> direct.apply(key).or(() -> Optional.ofNullable(file.getProperty("platen.agent." + key))));
    }

    private static AgentConfig from(Function<String, Optional<String>> value) {
        var platformUrl = uri("platform-url", value.apply("platform-url").orElse("http://localhost:8080"));
        var printers = list(value.apply("printers")).stream()
                .map(PrinterAddress::parse)
                .toList();
        var ranges =
                list(value.apply("ranges")).stream().map(AddressRange::parse).toList();
        if (printers.isEmpty() && ranges.isEmpty()) {
            throw new IllegalArgumentException(
                    "which printers? Set platen.agent.printers (host:port,...) or platen.agent.ranges"
                            + " (10.0.0.0/24,...)");
        }
        return new AgentConfig(
                platformUrl,
                value.apply("token-url").map(url -> uri("token-url", url)).orElse(tokenUrl(platformUrl)),
                required(value, "client-id"),
                required(value, "client-secret"),
                value.apply("ca-file").map(Path::of).orElse(null),
                printers,
                ranges,
                duration(value, "search-every", Duration.ofHours(1)),
                duration(value, "counters-every", Duration.ofHours(8)),
                duration(value, "supplies-every", Duration.ofMinutes(5)),
                Path.of(value.apply("data-dir").orElse("device-agent-data")),
                snmp(value),
                number(value, "low-percent", 10),
                number(value, "buffered-reports", 10_000),
                duration(value, "longest-pause", Duration.ofMinutes(5)),
                number(value, "status-port", USUAL_STATUS_PORT),
                value.apply("status-port").isPresent());
    }

    private static SnmpSettings snmp(Function<String, Optional<String>> value) {
        var base = SnmpSettings.v2c(value.apply("snmp.community").orElse("public"));
        var settings = base.withTimeout(
                duration(value, "snmp.timeout", base.timeout()), number(value, "snmp.retries", base.retries()));
        return value.apply("snmp.user")
                .map(user -> settings.withUser(new V3User(
                        user,
                        value.apply("snmp.auth-protocol").orElse("SHA256"),
                        required(value, "snmp.auth-password"),
                        value.apply("snmp.priv-protocol").orElse("AES128"),
                        required(value, "snmp.priv-password"))))
                .orElse(settings);
    }

    private static URI tokenUrl(URI platformUrl) {
        return URI.create(platformUrl.toString().replaceAll("/+$", "") + "/identity/oauth2/token");
    }

    private static URI uri(String key, String text) {
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("platen.agent." + key + ": '" + text + "' is no address", e);
        }
        throw new IllegalArgumentException("platen.agent." + key + ": '" + text + "' is no address");
    }

    private static List<String> list(Optional<String> text) {
        var parts = new ArrayList<String>();
        for (var part : text.orElse("").split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String required(Function<String, Optional<String>> value, String key) {
        return value.apply(key).orElseThrow(() -> new IllegalArgumentException("platen.agent." + key + " is not set"));
    }

    /** ISO 8601 ({@code PT5M}) or a short form ({@code 5m}, {@code 30s}, {@code 8h}). */
    private static Duration duration(Function<String, Optional<String>> value, String key, Duration otherwise) {
        return value.apply(key)
                .map(text -> {
                    try {
                        var upper = text.toUpperCase(Locale.ROOT);
                        return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
                    } catch (DateTimeParseException e) {
                        throw new IllegalArgumentException(
                                "platen.agent." + key + ": '" + text + "' is no duration (PT5M, 30s)", e);
                    }
                })
                .orElse(otherwise);
    }

    private static int number(Function<String, Optional<String>> value, String key, int otherwise) {
        return value.apply(key)
                .map(text -> {
                    try {
                        return Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("platen.agent." + key + ": '" + text + "' is no number", e);
                    }
                })
                .orElse(otherwise);
    }

    @Override
    public String toString() {
        return "agent " + clientId + " for " + platformUrl + ", " + printers.size() + " printers, " + ranges.size()
                + " ranges, " + snmp + ", counters every " + countersEvery + ", supplies every " + suppliesEvery;
    }
}

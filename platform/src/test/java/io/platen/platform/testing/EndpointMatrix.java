package io.platen.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of a service, for every role, in every scope that the service names, against the committed table
 * {@code src/test/resources/endpoint-matrix.csv}. A field is what the caller gets: 401, 403, 404, or ok for anything that
 * went past the permission check. What was found lies in {@code target/endpoint-matrix.csv}.
 *
 * <p>A service extends it under {@link PlatenIT}, and says in {@link #scopes} which objects there are.
 */
public abstract class EndpointMatrix {

    private static final Path EXPECTED = Path.of("src/test/resources/endpoint-matrix.csv");
    private static final Path FOUND = Path.of("target/endpoint-matrix.csv");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^}]*}");

    @LocalServerPort
    private int port;

    @Value("${server.servlet.context-path:}")
    private String contextPath = "";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private @Nullable RequestMappingHandlerMapping handlers;

    /** For every scope the values of path variables; one that is not named is a random id. */
    protected Map<String, Map<String, String>> scopes() {
        return Map.of("unknown", Map.of());
    }

    /** What a command carries; a refusal of the body counts as ok, because the permission check came first. */
    protected String body(String method, String path) {
        return "{}";
    }

    /**
     * What a command carries where its body names the object.
     *
     * @param scope the values that {@link #scopes} names
     */
    protected String body(String method, String path, Map<String, String> scope) {
        return body(method, path);
    }

    /** What no annotated handler serves and is let in by function all the same, such as what is passed on to a service. */
    protected List<Endpoint> passedOn() {
        return List.of();
    }

    /** The account of the customer roles and of the agent. */
    protected AccountId account() {
        return new AccountId(UUID.nameUUIDFromBytes("endpoint matrix".getBytes(StandardCharsets.UTF_8)));
    }

    /** The service regions of the staff roles. */
    protected List<String> regions() {
        return List.of("NL");
    }

    /** The person who holds a customer role. */
    protected static UserId user(CustomerRole role) {
        return new UserId(UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyEndpointLetsInExactlyWhomTheTableSays() throws IOException {
        var found = new ArrayList<String>();
        var callers = callers();
        found.add("method,path,scope," + String.join(",", callers.keySet()));
        var http = new Http(port, contextPath);
        for (var endpoint : endpoints()) {
            for (var scope : new java.util.TreeMap<>(scopes()).entrySet()) {
                found.add(row(http, endpoint, scope.getKey(), scope.getValue(), callers));
            }
        }
        for (var endpoint : sorted(passedOn())) {
            found.add(row(http, endpoint, "passed on", Map.of(), callers));
        }
        Files.createDirectories(FOUND.toAbsolutePath().getParent());
        Files.write(FOUND, found);
        assertThat(EXPECTED).as("the table; compare " + FOUND).exists();
        assertThat(found)
                .as("endpoint by scope by role; what was found is in " + FOUND)
                .containsExactlyElementsOf(Files.readAllLines(EXPECTED).stream()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private String row(
            Http http, Endpoint endpoint, String scope, Map<String, String> values, Map<String, String> callers) {
        var row = new StringBuilder(endpoint.method() + "," + endpoint.path() + "," + scope);
        for (var token : callers.values()) {
            var status = http.status(
                    endpoint.method(),
                    filled(endpoint.path(), values),
                    "".equals(token) ? null : token,
                    endpoint.method().equals("GET") ? null : body(endpoint.method(), endpoint.path(), values));
            assertThat(status)
                    .as("%s %s must never be a fault of ours", endpoint.method(), endpoint.path())
                    .isNotEqualTo(500);
            row.append(',').append(status == 401 || status == 403 || status == 404 ? "" + status : "ok");
        }
        return row.toString();
    }

    /** @param path as a pattern */
    public record Endpoint(String method, String path) {}

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        var mapping = java.util.Objects.requireNonNull(handlers);
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("io.platen.platform.web.")
                    || !method.getBeanType().getName().startsWith("io.platen.")) {
                return;
            }
            for (var path : info.getPatternValues()) {
                var verbs = info.getMethodsCondition().getMethods();
                assertThat(verbs).as(method + " names its HTTP method").isNotEmpty();
                verbs.forEach(verb -> endpoints.add(new Endpoint(verb.name(), path)));
            }
        });
        return sorted(endpoints);
    }

    private static List<Endpoint> sorted(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(java.util.Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    /** In the order of the columns, with the Authorization header; nobody has an empty one. */
    protected Map<String, String> callers() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("nobody", "");
        for (var role : CustomerRole.values()) {
            callers.put(role.name(), TestTokens.customer(user(role), account(), role));
        }
        for (var role : StaffRole.values()) {
            callers.put(role.name(), TestTokens.staff(role, regions().toArray(String[]::new)));
        }
        callers.put("AGENT", TestTokens.agent(account()));
        return callers;
    }

    private static String filled(String path, Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(match -> Matcher.quoteReplacement(
                        values.getOrDefault(match.group(1), UUID.randomUUID().toString())));
    }
}

package io.platen.gateway.api;

import io.platen.gateway.route.Upstreams;
import io.platen.platform.security.Audience;
import io.platen.platform.security.OpenTo;
import io.swagger.v3.core.jackson.ModelResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI document for the whole platform. A service that is away stands in it as it was last heard of. */
@RestController
class ApiDocument {

    private static final Logger LOG = LoggerFactory.getLogger(ApiDocument.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    static {
        // A state or a kind is one named type wherever it stands.
        ModelResolver.enumsAsRef = true;
    }

    private final Upstreams upstreams;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();
    private final Map<String, JsonNode> heard = new ConcurrentHashMap<>();
    private volatile @Nullable Merged merged;

    private record Merged(String document, Instant at) {}

    ApiDocument(Upstreams upstreams, OpenApiWebMvcResource own, JsonMapper json, Clock clock) {
        this.upstreams = upstreams;
        this.own = own;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/openapi.json")
    @OpenTo(Audience.ANYBODY)
    ResponseEntity<String> document(HttpServletRequest request) throws Exception {
        var known = merged;
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = new Merged(merge(request), clock.instant());
            merged = known;
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(known.document());
    }

    private String merge(HttpServletRequest request) throws Exception {
        var document = json.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Platen")
                .put("version", "0.1.0")
                .put("description", "Commands, queries and the live stream of all services, behind one address.");
        document.putArray("servers").addObject().put("url", "/");
        var paths = document.putObject("paths");
        var schemas = document.putObject("components").putObject("schemas");
        var reachable = document.putObject("x-services");
        add("gateway", json.readTree(own.openapiJson(request, "/v3/api-docs", request.getLocale())), paths, schemas);
        for (var service : upstreams.all().entrySet()) {
            var fresh = ask(service.getKey(), service.getValue());
            if (fresh != null) {
                heard.put(service.getKey(), fresh);
            }
            reachable.put(service.getKey(), fresh != null);
            var last = heard.get(service.getKey());
            if (last != null) {
                add(service.getKey(), last, paths, schemas);
            }
        }
        return json.writeValueAsString(document);
    }

    private @Nullable JsonNode ask(String service, List<URI> instances) throws InterruptedException {
        var context = service.equals("identity") ? "/identity" : "";
        for (var instance : instances) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(instance + context + "/v3/api-docs"))
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    return json.readTree(answer.body());
                }
            } catch (java.io.IOException | RuntimeException e) {
                LOG.info("{} does not tell its API: {}", service, e.toString());
            }
        }
        return null;
    }

    /** Types of the same name and another shape get the service's name in front. */
    private void add(String service, JsonNode from, ObjectNode paths, ObjectNode schemas) {
        var renamed = new ArrayList<String>();
        from.path("components").path("schemas").propertyNames().forEach(name -> {
            var here = schemas.get(name);
            if (here != null
                    && !here.equals(from.path("components").path("schemas").get(name))) {
                renamed.add(name);
            }
        });
        var text = json.writeValueAsString(from);
        for (var name : renamed) {
            text = text.replace(
                    "\"#/components/schemas/" + name + "\"", "\"#/components/schemas/" + service + "." + name + "\"");
        }
        var document = json.readTree(text);
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.set(
                        renamed.contains(schema.getKey()) ? service + "." + schema.getKey() : schema.getKey(),
                        schema.getValue()));
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/") && path.getValue() instanceof ObjectNode operations) {
                if (paths.get(path.getKey()) instanceof ObjectNode known) {
                    operations.properties().forEach(operation -> known.set(operation.getKey(), operation.getValue()));
                } else {
                    paths.set(path.getKey(), operations);
                }
            }
        });
    }
}

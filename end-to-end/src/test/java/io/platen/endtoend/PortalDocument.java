package io.platen.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal's client is generated from its own part of the API document; here that part is held against the whole. */
final class PortalDocument {
    private static final Path PART = Path.of("../portal/openapi.json");
    private static final int DEPTH = 6;
    private final JsonNode part;
    private final JsonNode whole;
    private final List<String> missing = new ArrayList<>();

    private PortalDocument(JsonNode part, JsonNode whole) {
        this.part = part;
        this.whole = whole;
    }

    /** @return paths, methods, parameters and properties that the portal uses and the platform does not have */
    static List<String> missingIn(JsonNode whole) {
        try {
            var document = new PortalDocument(JsonMapper.builder().build().readTree(Files.readString(PART)), whole);
            document.compare();
            return document.missing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare() {
        part.required("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getKey().equals("parameters")) {
                        var name = operation.getKey() + " " + path.getKey();
                        var there = whole.required("paths").path(path.getKey()).path(operation.getKey());
                        if (there.isMissingNode()) {
                            missing.add(name);
                        } else {
                            operation(name, operation.getValue(), there);
                        }
                    }
                }));
    }

    private void operation(String name, JsonNode wanted, JsonNode there) {
        wanted.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.required("name").asString())
                .filter(parameter -> there.path("parameters")
                        .valueStream()
                        .noneMatch(known -> known.path("name").asString("").equals(parameter)))
                .forEach(parameter -> missing.add(name + " ?" + parameter));
        schema(name + " request", json(wanted.path("requestBody")), json(there.path("requestBody")), 0);
        wanted.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> schema(
                        name + " " + response.getKey(),
                        json(response.getValue()),
                        json(there.path("responses").path(response.getKey())),
                        0));
    }

    private static JsonNode json(JsonNode message) {
        return message.path("content").path("application/json").path("schema");
    }

    private void schema(String name, JsonNode wantedOrReference, JsonNode thereOrReference, int depth) {
        var wanted = resolved(part, wantedOrReference);
        var there = resolved(whole, thereOrReference);
        // a map may hold any name
        if (depth > DEPTH || there.path("additionalProperties").isObject()) {
            return;
        }
        wanted.path("properties").properties().forEach(property -> {
            var known = there.path("properties").path(property.getKey());
            if (known.isMissingNode()) {
                missing.add(name + " ." + property.getKey());
            } else {
                schema(name + " ." + property.getKey(), property.getValue(), known, depth + 1);
            }
        });
        if (wanted.has("items")) {
            schema(name + "[]", wanted.path("items"), there.path("items"), depth + 1);
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        var found = schema;
        for (var choices : List.of("anyOf", "oneOf")) {
            if (found.has(choices)) {
                found = found.path(choices)
                        .valueStream()
                        .filter(choice -> !choice.path("type").asString("").equals("null"))
                        .findFirst()
                        .orElse(found);
            }
        }
        var reference = found.path("$ref").asString("");
        return reference.isEmpty() ? found : resolved(document, document.at(reference.substring(1)));
    }
}

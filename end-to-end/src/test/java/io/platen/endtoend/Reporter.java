package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An agent on a customer's network that has heard of a machine. */
final class Reporter {
    private final LocalStack stack;
    private final String token;

    Reporter(LocalStack stack, String account) {
        this.stack = stack;
        var agent = stack.api(stack.adminToken())
                .mustPost(
                        "/api/agents", Map.of("accountId", account, "name", "Premises"), "agent-" + UUID.randomUUID());
        token = token(
                stack.url(),
                agent.required("clientId").asString(),
                agent.required("clientSecret").asString());
    }

    void reports(String serial, long sequence) {
        stack.api(token)
                .mustPost(
                        "/api/agent/reports",
                        Map.of(
                                "reports",
                                List.of(Map.of(
                                        "sequence",
                                        sequence,
                                        "observedAt",
                                        Instant.now().toString(),
                                        "serialNumber",
                                        serial))),
                        "report-" + serial + "-" + sequence);
    }

    private static String token(URI platform, String client, String secret) {
        var request = HttpRequest.newBuilder(platform.resolve("/identity/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return JsonMapper.builder()
                    .build()
                    .readTree(answer.body())
                    .required("access_token")
                    .asString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

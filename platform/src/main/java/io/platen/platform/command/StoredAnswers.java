package io.platen.platform.command;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers that commands were given, by caller and key. */
final class StoredAnswers {

    /** One answer, with the fingerprint of the request it was given to. */
    record Answer(
            String fingerprint,
            int status,
            Map<String, List<String>> headers,
            @Nullable String body) {

        /** Byte for byte what was answered the first time. */
        ResponseEntity<?> replay() {
            var headers = new HttpHeaders();
            this.headers.forEach(headers::addAll);
            var response = ResponseEntity.status(status).headers(headers);
            return body == null ? response.build() : response.body(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Makes repeats of one key wait for each other until the transaction ends. It takes no transaction id: an early one
     * would make the append look older than what another command has meanwhile stored.
     */
    void lock(String caller, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 2))")
                .param("lock", caller + '\n' + key)
                .query((row, number) -> "")
                .single();
    }

    Optional<Answer> find(String caller, String key) {
        return jdbc.sql("""
                        select fingerprint, status, headers, body from command_answer
                        where caller = :caller and idempotency_key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> new Answer(
                        row.getString("fingerprint"),
                        row.getInt("status"),
                        json.readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {}),
                        row.getString("body")))
                .optional();
    }

    void store(String caller, String key, Answer answer) {
        jdbc.sql("""
                        insert into command_answer (caller, idempotency_key, fingerprint, status, headers, body)
                        values (:caller, :key, :fingerprint, :status, :headers, :body)
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("fingerprint", answer.fingerprint())
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .update();
    }

    /** @return how many were forgotten */
    int forgetOlderThanDays(int days) {
        return jdbc.sql("delete from command_answer where answered_at < now() - make_interval(days => :days)")
                .param("days", days)
                .update();
    }

    static Map<String, List<String>> headersOf(HttpHeaders headers) {
        var copy = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}

package io.platen.platform.command;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers to the parts of one request, in their order.
 *
 * @param headers of the answer as a whole
 */
public record PartAnswers(List<Part> parts, HttpHeaders headers) {

    /** What the part would have been answered alone. */
    public record Part(int status, JsonNode body) {}

    static PartAnswers of(List<ResponseEntity<Object>> answers, JsonMapper json) {
        var headers = new HttpHeaders();
        var positions = newestPositions(answers);
        if (!positions.isEmpty()) {
            headers.set(Consistency.HEADER, positions);
        }
        if (answers.stream().allMatch(answer -> answer.getHeaders().containsHeader(Commands.REPLAYED_HEADER))) {
            headers.set(Commands.REPLAYED_HEADER, "true");
        }
        return new PartAnswers(
                answers.stream()
                        .map(answer -> new Part(answer.getStatusCode().value(), bodyOf(answer, json)))
                        .toList(),
                headers);
    }

    private static JsonNode bodyOf(ResponseEntity<Object> answer, JsonMapper json) {
        return answer.getBody() instanceof byte[] stored
                ? json.readTree(new String(stored, StandardCharsets.UTF_8))
                : json.readTree(json.writeValueAsString(answer.getBody()));
    }

    private static String newestPositions(List<ResponseEntity<Object>> answers) {
        var newest = new LinkedHashMap<String, String>();
        for (var answer : answers) {
            var told = answer.getHeaders().getFirst(Consistency.HEADER);
            for (var position : told == null ? new String[0] : told.split(",")) {
                var at = position.lastIndexOf('@');
                newest.putLast(position.substring(0, at), position.substring(at + 1));
            }
        }
        return Consistency.header(newest);
    }
}

package io.platen.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class PartAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aStoredAnswerAndAFreshOneLookAlike() {
        ResponseEntity<Object> fresh = ResponseEntity.status(201).body(Map.of("a", 1));
        ResponseEntity<Object> stored = ResponseEntity.status(201).body("{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        var answers = PartAnswers.of(List.of(fresh, stored), JSON);

        assertThat(answers.parts().getFirst()).isEqualTo(answers.parts().getLast());
    }

    @Test
    void thePositionsAreTheNewestThatFitAndTheHighestOfEach() {
        var answers = IntStream.rangeClosed(0, 210)
                .mapToObj(i -> at("a" + i % 210 + "@" + i))
                .toList();

        var told = PartAnswers.of(answers, JSON).headers().getFirst(Consistency.HEADER);

        assertThat(told)
                .isEqualTo(
                        IntStream.rangeClosed(11, 209)
                                        .mapToObj(i -> "a" + i + "@" + i)
                                        .collect(Collectors.joining(",")) + ",a0@210");
    }

    @Test
    void onlyWhatIsRepeatedAsAWholeIsARepeat() {
        assertThat(PartAnswers.of(List.of(repeated(), repeated()), JSON)
                        .headers()
                        .getFirst("Platen-Replayed"))
                .isEqualTo("true");
        assertThat(PartAnswers.of(List.of(repeated(), at("a@1")), JSON)
                        .headers()
                        .containsHeader("Platen-Replayed"))
                .isFalse();
    }

    private static ResponseEntity<Object> repeated() {
        return ResponseEntity.ok().header("Platen-Replayed", "true").body(Map.of());
    }

    private static ResponseEntity<Object> at(String position) {
        return ResponseEntity.ok().header("Platen-Consistency", position).body(Map.of());
    }
}

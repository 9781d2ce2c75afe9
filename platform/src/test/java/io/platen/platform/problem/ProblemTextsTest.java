package io.platen.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.platform.spreadsheet.WorkbookProblem;
import io.platen.platform.testing.ProblemTextChecks;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemTextsTest {

    private enum Wordless implements ProblemCode {
        NEVER_WRITTEN_DOWN;

        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    @Test
    void everyCommonProblemHasWordsInThreeLanguages() {
        ProblemTextChecks.assertComplete(CommonProblem.values());
        ProblemTextChecks.assertComplete(FieldProblem.values());
        ProblemTextChecks.assertComplete(WorkbookProblem.values());
    }

    @Test
    void aProblemWithoutWordsIsFound() {
        assertThatThrownBy(() -> ProblemTextChecks.assertComplete(Wordless.values()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("NEVER_WRITTEN_DOWN");
    }

    @Test
    void placeholdersAreFilledInTheReadersNotation() {
        var texts = ProblemTexts.instance();

        assertThat(texts.text("TOO_LONG", Locale.ENGLISH, Map.of("max", 1200))).contains("1,200");
        assertThat(texts.text("TOO_LONG", Locale.forLanguageTag("nl"), Map.of("max", 1200)))
                .contains("1.200");
    }
}

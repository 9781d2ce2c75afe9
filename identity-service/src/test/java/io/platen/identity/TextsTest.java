package io.platen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.problem.ProblemTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonIsGivenInEveryLanguage(IdentityProblem problem) {
        var texts = ProblemTexts.instance();
        for (var language : ProblemTexts.LANGUAGES) {
            assertThat(texts.exactly(problem.name(), language)).isPresent();
            assertThat(texts.exactly(problem.name() + ".title", language)).isPresent();
        }
    }
}

package io.platen.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.ProblemTexts;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** No refusal without words. */
public final class ProblemTextChecks {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private ProblemTextChecks() {}

    /** Every code has text and title in all three languages, with the same placeholders. */
    public static void assertComplete(ProblemCode... codes) {
        var texts = ProblemTexts.instance();
        for (var code : codes) {
            for (var key : new String[] {code.name(), code.name() + ".title"}) {
                var english = texts.exactly(key, ProblemTexts.LANGUAGES.getFirst());
                for (var language : ProblemTexts.LANGUAGES) {
                    var text = texts.exactly(key, language);
                    assertThat(text)
                            .as("%s in %s", key, language)
                            .hasValueSatisfying(words -> assertThat(words).isNotBlank());
                    assertThat(placeholders(text.orElse("")))
                            .as("placeholders of %s in %s", key, language)
                            .isEqualTo(placeholders(english.orElse("")));
                }
            }
        }
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }
}

package io.platen.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all problems on the classpath: {@code problems/*_en.properties} and so on, {@code {name}} for a value. */
public final class ProblemTexts {

    /** Supported languages; the first is the one to fall back on. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.forLanguageTag("pt"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final ProblemTexts INSTANCE = load();

    private final Map<String, Map<String, String>> byLanguage;

    private ProblemTexts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    public static ProblemTexts instance() {
        return INSTANCE;
    }

    /** Empty where the text is missing in the language itself. */
    public Optional<String> exactly(String key, Locale language) {
        return Optional.ofNullable(
                byLanguage.getOrDefault(language.getLanguage(), Map.of()).get(key));
    }

    /** The text in the language, else in English, else the key in words. */
    public String text(String key, Locale language, Map<String, Object> values) {
        var template = exactly(key, language)
                .or(() -> exactly(key, Locale.ENGLISH))
                .orElseGet(
                        () -> key.replace(".title", "").toLowerCase(Locale.ROOT).replace('_', ' '));
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : shown(value, language));
        });
    }

    /** Every key that has a text in some language. */
    public Set<String> keys() {
        var keys = new TreeSet<String>();
        byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
        return keys;
    }

    private static String shown(Object value, Locale language) {
        return value instanceof Number number
                ? NumberFormat.getInstance(language).format(number)
                : value.toString();
    }

    private static ProblemTexts load() {
        var all = new HashMap<String, Map<String, String>>();
        for (var language : LANGUAGES) {
            var texts = new HashMap<String, String>();
            var pattern = "classpath*:problems/*_" + language.getLanguage() + ".properties";
            try {
                for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    var properties = new Properties();
                    try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                        properties.load(reader);
                    }
                    properties.forEach((key, text) -> texts.put((String) key, (String) text));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(language.getLanguage(), texts);
        }
        return new ProblemTexts(all);
    }
}

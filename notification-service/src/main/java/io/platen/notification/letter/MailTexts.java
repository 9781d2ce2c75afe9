package io.platen.notification.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of the mails, {@code mails/mails_en.properties} and so on, with {@code {NAME}} for a value. */
final class MailTexts {

    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.forLanguageTag("pt"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Properties> byLanguage = new HashMap<>();

    MailTexts() {
        for (var language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), load(language));
        }
    }

    /** @throws IllegalStateException when a language lacks a text: a test has all of them */
    String text(String key, Locale language) {
        var texts = byLanguage.get(language.getLanguage());
        var text = texts == null ? null : texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text " + key + " in " + language);
        }
        return text;
    }

    /** What a placeholder is not given for becomes nothing. */
    static String fill(String template, UnaryOperator<String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    Set<String> keys(Locale language) {
        var texts = byLanguage.get(language.getLanguage());
        return texts == null ? Set.of() : new TreeSet<>(texts.stringPropertyNames());
    }

    private static Properties load(Locale language) {
        return loadProperties("/mails/mails_" + language.getLanguage() + ".properties");
    }

    private static Properties loadProperties(String name) {
        var texts = new Properties();
        try (var in = MailTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

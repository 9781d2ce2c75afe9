package io.platen.notification.letter;

import io.platen.contracts.id.DeviceId;
import io.platen.notification.directory.Reader;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes a notice in its reader's language, as plain text and as HTML that shows the same. */
@Component
public class LetterWriter {

    private static final int LONGEST_SUBJECT = 180;
    private static final int LONGEST_NAME = 100;

    private final MailTexts texts = new MailTexts();
    private final String layout = read("/mails/layout.html");
    private final PortalSettings portal;

    LetterWriter(PortalSettings portal) {
        this.portal = portal;
    }

    public Letter write(Notice notice, Map<Fact, String> facts, @Nullable DeviceId device, Reader reader) {
        var language = reader.language();
        var shown = shown(notice, facts, reader);
        var template = notice.template();
        var subject = SafeText.line(
                MailTexts.fill(texts.text(template + ".subject", language), name -> value(shown, name)),
                LONGEST_SUBJECT);
        var lead = MailTexts.fill(texts.text(template + ".lead", language), name -> value(shown, name));
        var greeting =
                MailTexts.fill(texts.text("greeting", language), name -> SafeText.line(reader.name(), LONGEST_NAME));
        var link = link(notice, facts, device);
        var linkText = texts.text(notice.isAboutATicket() ? "link.ticket" : "link.device", language);
        var footer = texts.text("footer", language);
        var rows = new LinkedHashMap<String, String>();
        for (var fact : notice.shown()) {
            var value = shown.get(fact);
            if (value != null) {
                rows.put(texts.text("fact." + fact, language), value);
            }
        }
        return new Letter(
                subject,
                text(greeting, lead, rows, linkText, link, footer),
                html(language, subject, greeting, lead, rows, linkText, link, footer),
                language);
    }

    private Map<Fact, String> shown(Notice notice, Map<Fact, String> facts, Reader reader) {
        var language = reader.language();
        var times = new Times(texts.text("day", language), language, portal.zoneOf(reader.region()));
        var all = new EnumMap<Fact, String>(Fact.class);
        all.putAll(facts);
        all.put(Fact.ACCOUNT, reader.account());
        if (reader.device() != null) {
            all.put(Fact.DEVICE, reader.device());
        }
        all.keySet().retainAll(notice.shown());
        all.replaceAll((fact, value) -> switch (fact.kind()) {
            case TEXT -> SafeText.paragraph(value);
            case CODE -> texts.text(fact + "." + value, language);
            case TIME -> times.time(Instant.parse(value));
            case WINDOW -> {
                var slash = value.indexOf('/');
                yield times.window(Instant.parse(value.substring(0, slash)), Instant.parse(value.substring(slash + 1)));
            }
        });
        return all;
    }

    private static String value(Map<Fact, String> shown, String name) {
        return shown.getOrDefault(Fact.valueOf(name), "");
    }

    private String link(Notice notice, Map<Fact, String> facts, @Nullable DeviceId device) {
        if (notice.isAboutATicket()) {
            return portal.url("/tickets/" + facts.get(Fact.REFERENCE));
        }
        return portal.url(device == null ? "/" : "/devices/" + device);
    }

    private static String text(
            String greeting, String lead, Map<String, String> rows, String linkText, String link, String footer) {
        var facts = rows.entrySet().stream()
                .map(row -> row.getKey() + ": " + row.getValue().replace("\n", "\n  "))
                .collect(Collectors.joining("\n"));
        return """
                %s

                %s

                %s

                %s:
                %s

                --\s
                %s
                """.formatted(greeting, lead, facts, linkText, link, footer);
    }

    private String html(
            Locale language,
            String subject,
            String greeting,
            String lead,
            Map<String, String> rows,
            String linkText,
            String link,
            String footer) {
        var facts = rows.entrySet().stream()
                .map(row -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                        .formatted(
                                escaped(row.getKey()), escaped(row.getValue()).replace("\n", "<br>")))
                .collect(Collectors.joining("\n      "));
        var parts = Map.of(
                "LANGUAGE", language.getLanguage(),
                "SUBJECT", escaped(subject),
                "GREETING", escaped(greeting),
                "LEAD", escaped(lead),
                "FACTS", facts,
                "LINK", escaped(link),
                "LINK_TEXT", escaped(linkText),
                "FOOTER", escaped(footer));
        return MailTexts.fill(layout, name -> parts.getOrDefault(name, ""));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String read(String name) {
        try (var in = LetterWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

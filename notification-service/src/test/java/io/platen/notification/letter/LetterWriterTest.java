package io.platen.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.id.DeviceId;
import io.platen.notification.directory.Reader;
import io.platen.notification.letter.PortalSettings.Calendar;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/letters");
    private static final DeviceId DEVICE = DeviceId.of("0193a3c0-0000-7000-8000-00000000000d");
    private static final String MODEL = "Corvane 7035c, CV-7035C-1";

    private static final Map<Fact, String> FACTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Fact.REFERENCE, "HD-00042"),
            Map.entry(Fact.SUBJECT, "Paper jam in tray 2"),
            Map.entry(Fact.TICKET_KIND, "INCIDENT"),
            Map.entry(Fact.PRIORITY, "2"),
            Map.entry(Fact.ANSWER_DUE, "2026-11-23T08:30:00Z"),
            Map.entry(Fact.VISIT, "2026-07-06T12:00:00Z/2026-07-06T14:30:00Z"),
            Map.entry(Fact.RESOLUTION, "Replaced the roller.\nPrinted ten test pages."),
            Map.entry(Fact.COMMENT, "Is the machine near a window?"),
            Map.entry(Fact.ORDER_NUMBER, "AT-000017"),
            Map.entry(Fact.COLOUR, "CYAN"),
            Map.entry(Fact.CARRIER, "PostNL"),
            Map.entry(Fact.TRACKING_NUMBER, "3SABC123456789"),
            Map.entry(Fact.LAST_REPORT, "2026-11-15T07:05:00Z")));

    private final LetterWriter writer = new LetterWriter(new PortalSettings(
            "https://portal.example/",
            Map.of(
                    "NL", new Calendar(ZoneId.of("Europe/Amsterdam")),
                    "PT", new Calendar(ZoneId.of("Europe/Lisbon")))));

    static Stream<Arguments> letters() {
        return Arrays.stream(Notice.values())
                .flatMap(notice -> MailTexts.LANGUAGES.stream().map(language -> Arguments.of(notice, language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterIsFrozenInEveryLanguage(Notice notice, Locale language) throws IOException {
        var letter = writer.write(notice, FACTS, DEVICE, reader(language.getLanguage(), "NL", MODEL));
        var name = notice.template() + "_" + language.getLanguage();

        assertFrozen(name + ".txt", "Subject: " + letter.subject() + "\n\n" + letter.text());
        assertFrozen(name + ".html", letter.html());
    }

    @Test
    void timesAreToldInTheZoneOfTheRegionWhichIsNamed() {
        var amsterdam = writer.write(Notice.TICKET_PRIORITISED, FACTS, null, reader("en", "NL", null));
        var lisbon = writer.write(Notice.TICKET_PRIORITISED, FACTS, null, reader("pt", "PT", null));
        var elsewhere = writer.write(Notice.TICKET_PRIORITISED, FACTS, null, reader("en", "ZZ", null));

        assertThat(amsterdam.text()).contains("Monday 23 November 2026, 09:30 (Central European Standard Time)");
        assertThat(lisbon.text()).contains("segunda-feira, 23 de novembro de 2026, 08:30 (");
        assertThat(elsewhere.text()).contains("08:30 (Coordinated Universal Time)");
    }

    @Test
    void summerTimeIsSummerTime() {
        var letter = writer.write(Notice.VISIT_PLANNED, FACTS, null, reader("en", "NL", null));

        assertThat(letter.text()).contains("Monday 6 July 2026, 14:00 – 16:30 (Central European Summer Time)");
    }

    @Test
    void whatPeopleTypedIsTextAndNothingElse() {
        var facts = new EnumMap<>(FACTS);
        facts.put(Fact.SUBJECT, "<script>alert('x')</script> {LINK} \"&\"");
        facts.put(Fact.COMMENT, "one\r\n<b>two</b>\u0000");

        var letter = writer.write(Notice.TICKET_COMMENTED, facts, null, reader("en", "NL", null));

        assertThat(letter.html())
                .doesNotContain("<script>", "<b>", "\u0000")
                .contains("&lt;script&gt;", "{LINK} &quot;&amp;&quot;", "one<br>&lt;b&gt;two&lt;/b&gt;");
        assertThat(letter.text()).contains("one\n  <b>two</b>");
    }

    @Test
    void aSubjectIsOneLine() {
        var facts = new EnumMap<>(FACTS);
        facts.put(Fact.SUBJECT, "Jam\r\nBcc: everybody@example.org\u2028\u0085\u202Ex" + "y".repeat(500));

        var letter = writer.write(Notice.TICKET_OPENED, facts, null, reader("en", "NL", null));

        assertThat(letter.subject())
                .startsWith("HD-00042 received: Jam Bcc: everybody@example.org xyyy")
                .endsWith("…")
                .hasSize(180)
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202E]");
    }

    @Test
    void aDeviceThatTheReaderMayNotSeeIsLeftOut() {
        var letter = writer.write(Notice.TICKET_OPENED, FACTS, DEVICE, reader("en", "NL", null));

        assertThat(letter.text() + letter.html()).doesNotContain("CV-7035C-1", "Device");
    }

    @Test
    void aNoticeShowsOnlyWhatItIsMeantToShow() {
        var letter = writer.write(Notice.TICKET_CLOSED, FACTS, DEVICE, reader("en", "NL", MODEL));

        assertThat(letter.text() + letter.html())
                .contains("https://portal.example/tickets/HD-00042")
                .doesNotContain("CV-7035C-1", "AT-000017", "window");
    }

    @Test
    void everyLanguageHasTheSameTexts() {
        var texts = new MailTexts();
        for (var language : MailTexts.LANGUAGES) {
            assertThat(texts.keys(language)).isEqualTo(texts.keys(Locale.ENGLISH));
        }
    }

    private static Reader reader(String language, String region, @Nullable String device) {
        return new Reader(
                "anna@example.org",
                "Anna <b>Jansen</b>",
                Locale.forLanguageTag(language),
                device,
                "Van Dijk & Zonen",
                region);
    }

    private static void assertFrozen(String name, String letter) throws IOException {
        var golden = GOLDEN.resolve(name);
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, letter);
        }
        assertThat(golden)
                .as("golden file; -Dgolden.write=true writes one that is missing")
                .exists();
        assertThat(letter).isEqualTo(Files.readString(golden));
    }
}

package io.platen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.id.NotificationId;
import io.platen.notification.letter.Letter;
import io.platen.notification.smtp.Handover.NotTaken;
import io.platen.notification.smtp.Handover.Refused;
import io.platen.notification.smtp.Handover.Taken;
import io.platen.notification.smtp.Handover.Unknown;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is known of a mail after each way in which a server can behave. */
class MailServerTest {

    private static final NotificationId ID = NotificationId.of("0193a3c0-0000-7000-8000-00000000000f");

    private final ScriptedSmtp smtp = new ScriptedSmtp();
    private final JavaMailSenderImpl settings = new JavaMailSenderImpl();
    private final MailServer server = new MailServer(settings);
    private final Mails mails = new Mails(new MailSettings(
            "no-reply@platen.example",
            "Platen",
            1,
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofMinutes(1)));

    MailServerTest() {
        settings.setHost("127.0.0.1");
        settings.setPort(smtp.port());
        settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        settings.getJavaMailProperties().setProperty("mail.smtp.quitwait", "false");
    }

    @AfterEach
    void stop() {
        smtp.close();
    }

    @Test
    void aServerThatAnswersForItHasTakenIt() throws MessagingException {
        assertThat(handOver()).isEqualTo(new Taken());
        assertThat(smtp.mails()).singleElement().asString().contains("Message-ID: <" + ID + "@platen.example>");
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550", "RCPT,553", "DATA,554", ".,552", ".,550"})
    void whatIsRefusedForGoodIsRefused(String verb, int status) throws MessagingException {
        smtp.answering(verb, status + " no");

        assertThat(handOver()).isEqualTo(new Refused(status));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,554",
        "GREETING,421",
        "GREETING,DROP",
        "MAIL,550",
        "MAIL,451",
        "MAIL,DROP",
        "RCPT,450",
        "RCPT,DROP",
        "DATA,451",
        "DATA,DROP",
        ".,451",
        ".,421"
    })
    void whatTheServerCertainlyDoesNotHaveMayBeTriedAgain(String verb, String answer) throws MessagingException {
        smtp.answering(verb, answer.equals("DROP") ? ScriptedSmtp.DROP : answer + " no");

        assertThat(handOver()).isInstanceOf(NotTaken.class);
    }

    @Test
    void aServerThatIsAwayHasNothing() throws MessagingException {
        smtp.close();

        assertThat(handOver()).isInstanceOf(NotTaken.class);
    }

    @Test
    void aServerThatDropsAfterTheLastWordLeavesItUnknown() throws MessagingException {
        smtp.answering(".", ScriptedSmtp.DROP);

        assertThat(handOver()).isInstanceOf(Unknown.class);
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void withoutLeaveTheLastWordIsNotSaid() throws MessagingException {
        assertThat(server.handOver(mail("anna@example.org", "Hello"), () -> false))
                .isInstanceOf(NotTaken.class);
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void anAddressInAnAnswerStaysOutOfTheLogs() throws MessagingException {
        smtp.answering("MAIL", "451 <no-reply@platen.example> not now");

        assertThat(handOver())
                .isInstanceOfSatisfying(
                        NotTaken.class, not -> assertThat(not.trouble()).doesNotContain("@"));
    }

    @Test
    void nothingThatPeopleTypedBecomesAHeader() throws MessagingException {
        server.handOver(mail("anna@example.org", "Jam\r\nBcc: everybody@example.org\r\n\r\n<b>x</b>"), () -> true);

        var head = smtp.mails().getFirst().split("\n\n", 2)[0];
        assertThat(head.lines()).noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
        assertThat(head).contains("Subject: Jam Bcc: everybody@example.org <b>x</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "a@b, c@d", "Anna <anna@example.org>", "anna@example.org\r\nDATA", "a b@c.d"})
    void whatIsNoAddressIsNotWrittenTo(String email) {
        assertThatThrownBy(() -> mail(email, "Hello")).isInstanceOf(AddressException.class);
    }

    @Test
    void pausesGrowUpToAnHour() {
        var pauses = new MailSettings(
                "a@b.c",
                "",
                1,
                Duration.ZERO,
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ZERO);

        assertThat(pauses.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pauses.pauseAfter(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pauses.pauseAfter(9)).isEqualTo(Duration.ofSeconds(2560));
        assertThat(pauses.pauseAfter(10)).isEqualTo(Duration.ofHours(1));
        assertThat(pauses.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    private Handover handOver() throws MessagingException {
        return server.handOver(mail("anna@example.org", "Hello"), () -> true);
    }

    private MimeMessage mail(String email, String subject) throws MessagingException {
        var letter = new Letter(subject, "text", "<p>html</p>", Locale.ENGLISH);
        return mails.mail(
                server.session(), ID, email, "Anna\r\nX-Evil: 1", letter, Instant.parse("2026-11-22T10:00:00Z"));
    }
}

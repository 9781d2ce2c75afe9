package io.platen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.contracts.notification.NotificationFailed;
import io.platen.contracts.notification.NotificationSent;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.notification.outbox.Outbox;
import io.platen.notification.smtp.ScriptedSmtp;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@PlatenIT(properties = {"platen.mail.idle=50ms", "spring.mail.host=127.0.0.1"})
class NotificationServiceIT {

    private static GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private Environment environment;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JavaMailSenderImpl mailSettings;

    @Autowired
    private Outbox outbox;

    @Autowired
    @Qualifier("couriers")
    private SmartLifecycle couriers;

    private Stage stage;

    @Autowired
    NotificationServiceIT(Events events, JdbcClient jdbc) {
        stage = new Stage(events, jdbc);
    }

    @BeforeAll
    static void startMail() {
        greenMail.start();
    }

    @AfterAll
    static void stopMail() {
        greenMail.stop();
    }

    @BeforeEach
    void useGreenMail() {
        mailSettings.setPort(greenMail.getSmtp().getPort());
    }

    @AfterEach
    void timeAndSendersAreAsBefore() {
        clock.reset();
        if (!couriers.isRunning()) {
            couriers.start();
        }
    }

    @Test
    void whoOpensATicketGetsOneMailInHisLanguageAndItIsTold() throws MessagingException, IOException {
        var anna = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        stage.assign(anna);
        var reference = Stage.reference();

        var source = events.publish(stage.ticket(reference, anna, stage.device, "Papier vast"), reference, 0);

        var mail = onlyMail(anna);
        assertThat(mail.getSubject()).isEqualTo(reference + " ontvangen: Papier vast");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("nl");
        assertThat(part(mail, 0))
                .contains("Beste Anna Jansen,", "Storing", "Corvane 7035c, " + stage.serial, "Van Dijk & Zonen")
                .contains("http://localhost:8080/tickets/" + reference)
                .doesNotContain("4711");
        assertThat(part(mail, 1))
                .contains("<html lang=\"nl\">", "Van Dijk &amp; Zonen")
                .doesNotContain("4711");
        var told = events.await(
                Topic.NOTIFICATION,
                received -> received.event() instanceof NotificationSent sent
                        && sent.sourceEventId().equals(source));
        assertThat(told.event()).isInstanceOfSatisfying(NotificationSent.class, sent -> {
            assertThat(sent.recipient()).isEqualTo(anna);
            assertThat(sent.channel()).isEqualTo(NotificationChannel.MAIL);
            assertThat(sent.template()).isEqualTo("ticket-opened");
            assertThat("<" + sent.notificationId() + "@platen.example>").isEqualTo(messageId(mail));
        });
        assertThat(told.metadata().account()).isEqualTo(stage.account);
        assertThat(told.metadata().causationId()).isEqualTo(source);
        assertThat(told.metadata().correlationId()).isEqualTo("test-" + source);
    }

    @Test
    void anEventThatComesThreeTimesIsOneMail() {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        var reference = Stage.reference();
        var opened = stage.ticket(reference, anna, null, "Paper jam");
        var source = UUID.randomUUID().toString();

        for (int i = 0; i < 3; i++) {
            events.publish(source, opened, reference, 0, stage.account);
        }
        afterwards(reference, anna);

        assertThat(mailsTo(anna)).hasSize(2);
        assertThat(messagesAbout(source)).isEqualTo(1);
    }

    /** Though even the inbox has forgotten the event. */
    @Test
    void aConsumerGroupThatBeginsAgainSendsNothingAgain() {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        var reference = Stage.reference();
        var source = events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        onlyMail(anna);
        var before = count("select count(*) from message");

        AnotherInstance.consume(context, false);
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", environment.getRequiredProperty("spring.kafka.bootstrap-servers")))) {
            var group = environment.getRequiredProperty("platen.inbox.group") + ".";
            for (var consumer : List.of("ticket-notices", "directory")) {
                await().ignoreExceptions()
                        .untilAsserted(() -> admin.deleteConsumerGroups(List.of(group + consumer))
                                .all()
                                .get());
            }
        }
        jdbc.sql("delete from inbox").update();
        AnotherInstance.consume(context, true);

        await().until(() -> count("select count(*) from inbox where event_id = '" + source + "'") == 1);
        afterwards(reference, anna);
        assertThat(mailsTo(anna)).hasSize(2);
        assertThat(count("select count(*) from message")).isEqualTo(before + 1);
    }

    @Test
    void sendersSideBySideSendEachMailOnce() {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        couriers.stop();
        var references = IntStream.range(0, 40).mapToObj(i -> Stage.reference()).toList();
        for (var reference : references) {
            events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        }
        await().until(() -> waitingFor(anna) == 40);

        try (var second = AnotherInstance.of(
                NotificationServiceApplication.class,
                environment,
                "platen.mail.idle=20ms",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + greenMail.getSmtp().getPort())) {
            couriers.start();
            await().until(() -> waitingFor(anna) == 0);
            assertThat(second.port()).isPositive();
        }

        assertThat(mailsTo(anna).stream().map(NotificationServiceIT::messageId))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(states(anna)).containsOnly("SENT");
    }

    @Test
    void thePriorityIsToldWithTheTimeInTheZoneOfTheRegion() throws MessagingException, IOException {
        var anna = stage.person("en", CustomerRole.DEVICE_MANAGER);
        var reference = Stage.reference();
        events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        onlyMail(anna);

        events.publish(
                new TicketPrioritised(reference, 2, true, true, Instant.parse("2026-11-23T08:30:00Z"), Instant.now()),
                reference,
                1);

        await().until(() -> mailsTo(anna).size() == 2);
        var mail = mailsTo(anna).getLast();
        assertThat(mail.getSubject()).isEqualTo(reference + " has priority 2: Paper jam");
        assertThat(part(mail, 0)).contains("Monday 23 November 2026, 09:30 (Central European Standard Time)");
    }

    @Test
    void anInternalNoteAndHisOwnCommentAreNotToldToTheRequester() throws MessagingException, IOException {
        var anna = stage.person("en", CustomerRole.DEVICE_MANAGER);
        var reference = Stage.reference();
        events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        onlyMail(anna); // two senders may overtake each other
        events.publish(comment(reference, UserId.random(), "They never pay", true), reference, 1);
        events.publish(comment(reference, anna, "Still jammed", false), reference, 2);
        events.publish(comment(reference, UserId.random(), "Open tray 2", false), reference, 3);

        await().until(() -> mailsTo(anna).size() == 2);
        assertThat(part(mailsTo(anna).getLast(), 0)).contains("Open tray 2");
        assertThat(states(anna)).hasSize(2);
    }

    @Test
    void tonerThatComesByItselfIsToldToTheStockManagersOfTheDevice() throws MessagingException, IOException {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var stockManager = stage.person("pt", CustomerRole.STOCK_MANAGER);
        var both = stage.person("nl", CustomerRole.DEVICE_STOCK_MANAGER);
        var deviceManager = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        var elsewhere = stage.person("nl", CustomerRole.STOCK_MANAGER);
        List.of(administrator, stockManager, both, deviceManager).forEach(stage::assign);
        var order = OrderId.random();

        events.publish(stage.order(order), order, 0);

        var mail = onlyMail(stockManager);
        onlyMail(both);
        assertThat(mail.getSubject()).contains("AT-");
        assertThat(part(mail, 0)).contains("Toner: Ciano", stage.serial, "/devices/" + stage.device);
        events.publish(new SupplyOrderShipped(order, "PostNL", "3S123", Instant.now()), order, 1);
        await().until(() -> mailsTo(stockManager).size() == 2);
        assertThat(part(mailsTo(stockManager).getLast(), 0)).contains("PostNL", "3S123");
        assertThat(states(administrator)).isEmpty();
        assertThat(states(deviceManager)).isEmpty();
        assertThat(states(elsewhere)).isEmpty();
    }

    @Test
    void tonerThatTheDeskOrderedIsToldToThemOnceWhenOrderedAndOnceWhenShipped() throws MessagingException, IOException {
        var stockManager = stage.person("en", CustomerRole.STOCK_MANAGER);
        stage.assign(stockManager);
        var order = OrderId.random();
        var id = UUID.randomUUID().toString();

        for (int i = 0; i < 3; i++) {
            events.publish(id, stage.orderByHand(order, UserId.random()), order, 0, stage.account);
        }

        var mail = onlyMail(stockManager);
        assertThat(mail.getSubject()).contains("SO-");
        assertThat(part(mail, 0))
                .contains("Our service desk has ordered toner", stage.serial)
                .doesNotContain("automatically", "crushed");
        events.publish(new SupplyOrderShipped(order, "PostNL", "3S123", Instant.now()), order, 1);
        await().until(() -> mailsTo(stockManager).size() == 2);
        assertThat(part(mailsTo(stockManager).getLast(), 0)).contains("3S123").doesNotContain("automatically");
        assertThat(states(stockManager)).hasSize(2);
    }

    @Test
    void aDeviceThatFallsSilentIsToldOnceToThoseWhoLookAfterIt() throws MessagingException, IOException {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var deviceManager = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        var stockManager = stage.person("pt", CustomerRole.DEVICE_STOCK_MANAGER);
        var elsewhere = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        List.of(deviceManager, stockManager).forEach(stage::assign);
        var id = UUID.randomUUID().toString();

        for (int i = 0; i < 3; i++) {
            events.publish(id, silentSince("2026-11-15T07:05:00Z"), stage.device, 1, stage.account);
        }

        var mail = onlyMail(deviceManager);
        assertThat(mail.getSubject()).contains("meldt zich niet meer", stage.serial);
        assertThat(part(mail, 0))
                .contains("Laatste melding: zondag 15 november 2026, 08:05", "/devices/" + stage.device);
        assertThat(onlyMail(stockManager).getSubject()).contains("deixou de comunicar", stage.serial);

        // Heard again and silent again is another silence, whatever came twice and late in between.
        events.publish(
                new DeviceCommunicationReceived(stage.device, AgentId.random(), Instant.now()),
                stage.device,
                2,
                stage.account);
        events.publish(silentSince("2026-11-30T07:05:00Z"), stage.device, 3, stage.account);
        events.publish(id, silentSince("2026-11-15T07:05:00Z"), stage.device, 1, stage.account);
        await().until(() -> mailsTo(deviceManager).size() == 2);
        assertThat(part(mailsTo(deviceManager).getLast(), 0)).contains("30 november 2026");
        assertThat(messagesAbout(id)).isEqualTo(2);
        assertThat(states(administrator)).isEmpty();
        assertThat(states(elsewhere)).isEmpty();
    }

    @Test
    void aDeviceThatNobodyLooksAfterAnyMoreIsTheAdministratorsWhenItFallsSilent() throws MessagingException {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var former = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        stage.assign(former);
        events.publish(new DeviceUnassigned(stage.device, stage.account, former), stage.device + "/" + former, 1);
        await().until(() ->
                count("select count(*) from device_assignment where not assigned and user_id = '" + former + "'") == 1);

        events.publish(silentSince("2026-11-15T07:05:00Z"), stage.device, 1, stage.account);

        assertThat(onlyMail(administrator).getSubject()).contains("has stopped reporting", stage.serial);
        assertThat(states(former)).isEmpty();
    }

    /** Who follows the devices may be behind. */
    @Test
    void aSilenceThatComesBeforeItsDeviceIsKnownWaitsForIt() {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var unknown = DeviceId.random();

        events.publish(new DeviceCommunicationLost(unknown, Instant.now()), unknown, 1, stage.account);
        events.publish(Stage.registered(unknown, "CV-LATE"), unknown, 2);

        onlyMail(administrator);
    }

    @Test
    void aSilentDeviceOnNoAccountIsNobodysBusiness() {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var stored = UUID.randomUUID().toString();

        events.publish(stored, silentSince("2026-11-15T07:05:00Z"), stage.device, 1, null);
        events.publish(silentSince("2026-11-16T07:05:00Z"), stage.device, 2, stage.account);

        onlyMail(administrator);
        assertThat(messagesAbout(stored)).isZero();
        assertThat(count("select count(*) from call_task where source_event_id = '" + stored + "'"))
                .isZero();
    }

    private DeviceCommunicationLost silentSince(String lastReport) {
        return new DeviceCommunicationLost(stage.device, Instant.parse(lastReport));
    }

    @Test
    void withoutAStockManagerTheAdministratorsHearOfIt() {
        var first = stage.person("en", CustomerRole.ADMINISTRATOR);
        var second = stage.person("nl", CustomerRole.ADMINISTRATOR);
        var gone = stage.person("nl", CustomerRole.STOCK_MANAGER);
        stage.assign(gone);
        deactivate(gone, 2);

        events.publish(stage.order(OrderId.random()), stage.device, 0);

        onlyMail(first);
        onlyMail(second);
        assertThat(states(gone)).isEmpty();
    }

    @Test
    void withoutAnybodyTheContactCentreCalls() {
        var source = events.publish(stage.order(OrderId.random()), stage.device, 0);

        await().until(() -> count("select count(*) from call_task where source_event_id = '" + source + "'") == 1);
        assertThat(messagesAbout(source)).isZero();
    }

    @Test
    void whoIsDeactivatedGetsNothing() {
        var administrator = stage.person("en", CustomerRole.ADMINISTRATOR);
        var anna = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        deactivate(anna, 2);
        var reference = Stage.reference();

        events.publish(stage.ticket(reference, anna, null, "Papier vast"), reference, 0);

        onlyMail(administrator);
        assertThat(mailsTo(anna)).isEmpty();
        assertThat(states(anna)).isEmpty();
    }

    @Test
    void whoIsDeactivatedWhileTheMessageWaitsGetsNothing() {
        var anna = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        var source = waitingTicket(anna, "Papier vast");
        deactivate(anna, 2);

        couriers.start();

        assertThat(failure(source).reason()).isEqualTo("RECIPIENT_DEACTIVATED");
        assertThat(mailsTo(anna)).isEmpty();
    }

    @Test
    void whoMayNotUseTicketsAnyMoreGetsNothing() {
        var anna = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        var source = waitingTicket(anna, "Papier vast");
        stage.hold(anna, CustomerRole.KNOWLEDGE_USER, 2);
        await().until(() ->
                count("select count(*) from account_role where role = 'KNOWLEDGE_USER' and user_id = '" + anna + "'")
                        == 1);

        couriers.start();

        assertThat(failure(source).reason()).isEqualTo("NOT_PERMITTED");
        assertThat(mailsTo(anna)).isEmpty();
    }

    @Test
    void theLanguageIsTheOneHeHasWhenTheMailGoesOut() throws MessagingException {
        var anna = stage.person("nl", CustomerRole.DEVICE_MANAGER);
        waitingTicket(anna, "Encravamento");
        events.publish(new UserLanguageChanged(anna, "pt"), anna, 2);
        await().until(() ->
                count("select count(*) from person where language = 'pt' and user_id = '" + anna + "'") == 1);

        couriers.start();

        assertThat(onlyMail(anna).getSubject()).contains("recebido");
    }

    @Test
    void aDeviceThatIsNotHisToSeeStaysOutOfTheMail() throws MessagingException, IOException {
        var anna = stage.person("en", CustomerRole.DEVICE_MANAGER);
        var reference = Stage.reference();

        events.publish(stage.ticket(reference, anna, stage.device, "Paper jam"), reference, 0);

        var mail = onlyMail(anna);
        assertThat(part(mail, 0) + part(mail, 1)).contains(reference.value()).doesNotContain(stage.serial);
    }

    @Test
    void whoIsNotKnownYetGetsHisMailWhenHeIs() {
        var anna = UserId.random();
        var reference = Stage.reference();
        events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        await().until(() ->
                count("select count(*) from message where attempts > 0 and recipient = '" + anna + "'") == 1);

        stage.tell(anna, "en", CustomerRole.DEVICE_MANAGER);
        await().until(() -> count("select count(*) from account_role where user_id = '" + anna + "'") == 1);
        clock.advance(Duration.ofMinutes(1));

        onlyMail(anna);
    }

    @Test
    void nothingThatPeopleTypedBecomesAHeader() throws MessagingException {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        var reference = Stage.reference();

        events.publish(
                stage.ticket(reference, anna, null, "Jam\r\nBcc: everybody@example.org\r\n\r\n<b>x</b>"), reference, 0);

        var mail = onlyMail(anna);
        assertThat(mail.getSubject()).isEqualTo(reference + " received: Jam Bcc: everybody@example.org <b>x</b>");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mailsToAddress("everybody@example.org")).isEmpty();
    }

    @Test
    void aServerThatIsAwayGetsTheMailWhenItIsBackAndTheServiceIsWell() {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        var reference = Stage.reference();
        var smtpPort = greenMail.getSmtp().getPort();
        greenMail.stop();

        events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
        await().until(() ->
                count("select count(*) from message where last_trouble is not null and recipient = '" + anna + "'")
                        == 1);
        clock.advance(Duration.ofSeconds(15));
        await().until(() ->
                count("select count(*) from message where attempts = 2 and recipient = '" + anna + "'") == 1);
        var http = new Http(port);
        assertThat(http.get("/actuator/health", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(count("select count(*) from message where state = 'WAITING'"))
                .isPositive();

        greenMail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        clock.advance(Duration.ofMinutes(2));

        onlyMail(anna);
        assertThat(states(anna)).containsExactly("SENT");
    }

    @Test
    void whatNoServerTakesWithinADayIsToldToHaveFailed() {
        try (var smtp = new ScriptedSmtp().answering("GREETING", "421 too busy")) {
            mailSettings.setPort(smtp.port());
            var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
            var reference = Stage.reference();
            var source = events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);
            await().until(() ->
                    count("select count(*) from message where last_trouble is not null and recipient = '" + anna + "'")
                            == 1);

            clock.advance(Duration.ofDays(1).minusSeconds(15));

            assertThat(failure(source).reason()).isEqualTo("NOT_DELIVERED_IN_TIME");
            assertThat(states(anna)).containsExactly("FAILED");
        }
    }

    @Test
    void aServerThatTakesTheWholeMailAndGoesSilentGetsItOnce() {
        try (var smtp = new ScriptedSmtp().answering(".", ScriptedSmtp.DROP)) {
            mailSettings.setPort(smtp.port());
            var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
            var reference = Stage.reference();

            var source = events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);

            assertThat(failure(source).reason()).isEqualTo("OUTCOME_UNKNOWN");
            clock.advance(Duration.ofHours(2));
            mailSettings.setPort(greenMail.getSmtp().getPort());
            afterwards(reference, anna);
            assertThat(smtp.mails()).hasSize(1);
            assertThat(mailsTo(anna)).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsRefusedFailsAtOnce() {
        try (var smtp = new ScriptedSmtp().answering("RCPT", "550 5.1.1 <somebody@example.org> no such user")) {
            mailSettings.setPort(smtp.port());
            var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
            var reference = Stage.reference();

            var source = events.publish(stage.ticket(reference, anna, null, "Paper jam"), reference, 0);

            assertThat(failure(source).reason()).isEqualTo("REFUSED 550");
            assertThat(smtp.mails()).isEmpty();
            assertThat(count("select count(*) from message where attempts = 1 and recipient = '" + anna + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aSenderThatDiedBeforeTheLastWordIsReplacedAndOneThatDiedAfterItIsNot() {
        var before = stage.person("en", CustomerRole.ADMINISTRATOR);
        var after = stage.person("en", CustomerRole.ADMINISTRATOR);
        waitingTicket(before, "Died before");
        var lost = waitingTicket(after, "Died after");
        jdbc.sql("update message set attempts = 1 where recipient = ?")
                .param(before.value())
                .update();
        jdbc.sql("update message set attempts = 1, state = 'SENDING' where recipient = ?")
                .param(after.value())
                .update();

        couriers.start();

        onlyMail(before);
        assertThat(failure(lost).reason()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(mailsTo(after)).isEmpty();
    }

    /** A sender that hung until its lease was over must not finish beside the one that has taken its place. */
    @Test
    void onlyTheLatestAttemptMaySayTheLastWord() {
        var anna = stage.person("en", CustomerRole.ADMINISTRATOR);
        waitingTicket(anna, "Paper jam");
        var now = clock.instant();
        var slow = outbox.claim(now, now.minusSeconds(1)).orElseThrow();
        assertThat(slow.recipient()).isEqualTo(anna);
        var next = outbox.claim(now, now.plusSeconds(60)).orElseThrow();

        assertThat(outbox.claim(now, now.plusSeconds(60))).isEmpty();
        assertThat(outbox.markSending(slow, now)).isFalse();
        assertThat(outbox.settle(slow, false, "")).isFalse();
        assertThat(outbox.markSending(next, now.plusSeconds(60))).isTrue();
        assertThat(outbox.settle(next, true, "")).isTrue();
    }

    @Test
    void theServiceTellsHowManyWaitAndAnswersNobodyWithoutAToken() {
        var http = new Http(port);

        assertThat(http.get("/actuator/prometheus", null).body())
                .contains("platen_notifications_waiting", "platen_notifications_oldest_seconds")
                .contains("platen_notifications_call_tasks");
        assertThat(http.get("/api/anything", null).code()).isEqualTo("NOT_SIGNED_IN");
    }

    private static TicketCommented comment(TicketReference reference, UserId author, String text, boolean internal) {
        return new TicketCommented(reference, CommentId.random(), author, internal, text, internal, Instant.now());
    }

    /** In the outbox, and nobody sends it until the couriers start again. */
    private String waitingTicket(UserId requester, String subject) {
        couriers.stop();
        var reference = Stage.reference();
        var source = events.publish(stage.ticket(reference, requester, null, subject), reference, 0);
        await().until(() -> waitingFor(requester) == 1);
        return source;
    }

    private void deactivate(UserId user, long sequence) {
        events.publish(new UserDeactivated(user), user, sequence);
        await().until(() -> count("select count(*) from person where not active and user_id = '" + user + "'") == 1);
    }

    /** A later event of the ticket has had its effect: whatever an earlier one would do, it has done. */
    private void afterwards(TicketReference reference, UserId requester) {
        var later = events.publish(comment(reference, UserId.random(), "later", false), reference, 99);
        await().until(() -> count("select count(*) from message where state = 'SENT' and source_event_id = '" + later
                        + "' and recipient = '" + requester + "'")
                == 1);
    }

    private NotificationFailed failure(String source) {
        return events.await(
                Topic.NOTIFICATION,
                NotificationFailed.class,
                failed -> failed.sourceEventId().equals(source));
    }

    private MimeMessage onlyMail(UserId user) {
        await().until(() -> !mailsTo(user).isEmpty() && waitingFor(user) == 0);
        assertThat(mailsTo(user)).hasSize(1);
        return mailsTo(user).getFirst();
    }

    private static List<MimeMessage> mailsTo(UserId user) {
        return mailsToAddress(Stage.email(user));
    }

    private static List<MimeMessage> mailsToAddress(String address) {
        return Arrays.stream(greenMail.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return Arrays.toString(mail.getRecipients(RecipientType.TO))
                                .contains(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(index)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private long waitingFor(UserId user) {
        return count(
                "select count(*) from message where state in ('WAITING', 'SENDING') and recipient = '" + user + "'");
    }

    private List<String> states(UserId user) {
        return jdbc.sql("select state from message where recipient = ?")
                .param(user.value())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private long messagesAbout(String source) {
        return count("select count(*) from message where source_event_id = '" + source + "'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package io.platen.meter.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.submit.MeterScenario;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections and investigations over HTTP, and what the system finds suspect by itself. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionIT {

    private static final String TODAY = "2026-11-22";

    private final AccountId account = AccountId.random();
    private final UserId user = UserId.random();
    private final String manager = TestTokens.customer(user, account, CustomerRole.DEVICE_MANAGER);
    private final String clerk = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");
    private final String contactCentre = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Value("${local.server.port}")
    private int port;

    private @Nullable MeterScenario scenario;

    @BeforeEach
    void noon() {
        clock.set(Instant.parse(TODAY + "T12:00:00Z"));
        if (scenario == null) {
            scenario = new MeterScenario(events, jdbc);
            scenario.account(account);
        }
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void anApprovedCorrectionReplacesTheRead() {
        var device = device();
        var read = read(device, "2026-10-31", 1900);
        var invoice = invoiced(device, "2026-10-01", "2026-10-31", 1900);

        var asked = ask(device, invoice, "2026-10-31", 1200);

        assertThat(asked.status()).isEqualTo(201);
        var number = asked.json().get("number").stringValue();
        assertThat(number).matches("MC-[0-9]{7}");
        var request = events.await(
                Topic.METER,
                MeterCorrectionRequested.class,
                told -> told.number().equals(number));
        assertThat(request.readId()).hasToString(read);
        assertThat(request.invoiceId()).isEqualTo(invoice);
        var second = ask(device, invoice, "2026-10-31", 1300);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("CORRECTION_PENDING");
        assertThat(second.json().get("number").stringValue()).isEqualTo(number);

        assertThat(decide(number, "approval", manager).status()).isEqualTo(403);
        assertThat(decide(number, "approval", TestTokens.staff(StaffRole.BILLING_CLERK, "PT"))
                        .status())
                .isEqualTo(404);
        assertThat(decide(number, "approval", clerk).status()).isEqualTo(204);

        var corrected = events.await(
                Topic.METER, MeterReadCorrected.class, told -> told.deviceId().equals(device));
        assertThat(corrected.readId()).hasToString(read);
        assertThat(corrected.counters()).containsEntry(Counter.TOTAL, 1200L);
        assertThat(corrected.billingMeter()).containsEntry(Counter.TOTAL, 1200L);
        assertThat(corrected.previous()).containsEntry(Counter.TOTAL, 1900L);
        assertThat(corrected.number()).isEqualTo(number);
        assertThat(decide(number, "approval", clerk).code()).isEqualTo("ALREADY_DECIDED");
        assertThat(decide(number, "rejection", clerk).code()).isEqualTo("ALREADY_DECIDED");
        var next = http().post(
                        "/api/devices/" + device + "/reads", manager, "{\"counters\":{\"total\":1250,\"colour\":10}}");
        assertThat(next.code()).isEqualTo("METER_READ_DOUBTFUL"); // little for three weeks, and not lower
        assertThat(next.json().get("warnings").get(0).get("previous").longValue())
                .isEqualTo(1200);
    }

    /** Both or none: what the register refuses is not approved either. */
    @Test
    void anApprovalThatTheRegisterRefusesLeavesTheCorrectionOpen() {
        var device = device();
        read(device, "2026-10-31", 1900);
        var invoice = invoiced(device, "2026-10-01", "2026-10-31", 1900);
        var number =
                ask(device, invoice, "2026-10-31", 1950).json().get("number").stringValue();
        events.publish(
                new CounterReported(
                        device, Map.of(Counter.TOTAL, 1920L, Counter.COLOUR, 10L), Instant.parse(TODAY + "T06:00:00Z")),
                device,
                4);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored(device, "RemoteCountersRecorded") == 1);

        var refused = decide(number, "approval", clerk);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("METER_ABOVE_NEXT");
        assertThat(stored(device, "ReadCorrected")).isZero();
        assertThat(jdbc.sql(
                                "select count(*) from domain_event where type = 'CorrectionApproved' and payload ->> 'number' = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(decide(number, "rejection", clerk).status()).isEqualTo(204);
        var rejected = events.await(
                Topic.METER,
                MeterCorrectionRejected.class,
                told -> told.number().equals(number));
        assertThat(rejected.reason()).isEqualTo("The photo shows it");
        assertThat(ask(device, invoice, "2026-10-31", 1910).status()).isEqualTo(201);
    }

    @Test
    void onlyTheLastUsageInvoiceIsCorrected() {
        var device = device();
        read(device, "2026-10-31", 1900);
        var earlier = invoiced(device, "2026-09-01", "2026-09-30", 1000);
        invoiced(device, "2026-10-01", "2026-10-31", 1900);

        var answer = ask(device, earlier, "2026-09-30", 900);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOT_LAST_USAGE_INVOICE");
        assertThat(ask(device(), earlier, "2026-09-30", 900).code()).isEqualTo("NOT_LAST_USAGE_INVOICE");
        assertThat(ask(device, InvoiceId.random(), "2026-09-30", 900).code()).isEqualTo("NOT_LAST_USAGE_INVOICE");
    }

    @Test
    void aCorrectionKeepsTheRulesOfReads() {
        var device = device();
        read(device, "2026-10-31", 1900);
        var invoice = invoiced(device, "2026-10-01", "2026-10-31", 1900);
        var path = "/api/devices/" + device + "/corrections";

        assertThat(http().post(
                                path,
                                manager,
                                "{\"invoiceId\":\"%s\",\"counters\":{\"total\":5},\"comment\":\"x\"}"
                                        .formatted(invoice))
                        .code())
                .isEqualTo("COUNTER_MISSING");
        assertThat(ask(device, invoice, "2026-11-23", 1900).code()).isEqualTo("READ_DATE_INVALID");
        assertThat(ask(device, invoice, "2026-10-31", -1).code()).isEqualTo("METER_VALUE_INVALID");
        assertThat(http().post(path, manager, "{\"invoiceId\":\"%s\"}".formatted(invoice))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(http().post("/api/corrections/MC-9999999/approval", clerk, "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anInvestigationIsClosedWithAReadByPhone() {
        var device = device();
        read(device, TODAY, 5000);
        var opened = http().post(
                        "/api/devices/" + device + "/investigations",
                        contactCentre,
                        "{\"counters\":{\"total\":5010},\"comment\":\"Refused although it is right\"}");
        assertThat(opened.status()).isEqualTo(201);
        var number = opened.json().get("number").stringValue();
        assertThat(number).matches("MI-[0-9]{7}");
        var told = opened(device);
        assertThat(told.cause()).isEqualTo(InvestigationCause.CUSTOMER_REFUSED);
        assertThat(told.counters()).containsEntry(Counter.TOTAL, 5010L);
        assertThat(http().post(
                                "/api/devices/" + device + "/investigations",
                                contactCentre,
                                "{\"comment\":\"Once more\"}")
                        .code())
                .isEqualTo("INVESTIGATION_PENDING");

        var refused = close(
                number, "{\"explanation\":\"Read together\",\"read\":{\"counters\":{\"total\":5010,\"colour\":10}}}");
        assertThat(refused.code()).isEqualTo("METER_ALREADY_SUBMITTED_TODAY");
        var closed = close(
                number,
                "{\"explanation\":\"Read together\",\"read\":{\"counters\":{\"total\":5010,\"colour\":10},\"reason\":\"Checked by phone\"}}");

        assertThat(closed.status()).isEqualTo(204);
        var end = events.await(
                Topic.METER,
                MeterInvestigationClosed.class,
                event -> event.number().equals(number));
        var read = events.await(
                Topic.METER,
                MeterReadSubmitted.class,
                event -> event.deviceId().equals(device) && event.source() == ReadSource.PHONE);
        assertThat(end.readId()).isEqualTo(read.readId());
        assertThat(read.reason()).isEqualTo("Checked by phone");
        assertThat(close(number, "{\"explanation\":\"Again\"}").code()).isEqualTo("ALREADY_CLOSED");
        assertThat(http().post(
                                "/api/devices/" + device + "/investigations",
                                contactCentre,
                                "{\"comment\":\"Another time\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anInvestigationIsClosedWithAnExplanationAlone() {
        var device = device();
        var number = http().post(
                        "/api/devices/" + device + "/investigations", contactCentre, "{\"comment\":\"Please look\"}")
                .json()
                .get("number")
                .stringValue();

        assertThat(close(number, "{}").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(http().post(
                                "/api/investigations/" + number + "/closure",
                                TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT"),
                                "{\"explanation\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(close(number, "{\"explanation\":\"The old counter was meant\"}")
                        .status())
                .isEqualTo(204);
        var end = events.await(
                Topic.METER,
                MeterInvestigationClosed.class,
                event -> event.number().equals(number));
        assertThat(end.readId()).isNull();
    }

    @Test
    void twoEstimatesInARowAreLookedInto() {
        var device = device();
        var missed = new MeterReadMissed(device, LocalDate.parse("2026-10-31"), Map.of(Counter.TOTAL, 900L), 2);
        events.publish(new MeterReadMissed(device, LocalDate.parse("2026-09-30"), Map.of(), 1), device, 90);
        var id = UUID.randomUUID().toString();
        events.publish(id, missed, device, 91, account);
        events.publish(id, missed, device, 91, account);
        events.publish(new MeterReadMissed(device, LocalDate.parse("2026-11-30"), Map.of(), 3), device, 92);

        var told = opened(device);
        assertThat(told.cause()).isEqualTo(InvestigationCause.ESTIMATED_TWICE);
        assertThat(told.readOn()).isEqualTo(LocalDate.parse("2026-10-31"));
        await().during(Duration.ofMillis(500)).until(() -> investigations(device) == 1);
    }

    @Test
    void pagesThatWereInvoicedTwiceAreLookedInto() {
        var device = device();
        invoiced(device, "2026-10-01", "2026-10-31", 1900);
        invoiced(device, "2026-10-31", "2026-11-15", 2000);
        assertThat(investigations(device)).isZero();

        invoiced(device, "2026-11-10", "2026-11-30", 2100);

        assertThat(opened(device).cause()).isEqualTo(InvestigationCause.BILLED_TWICE);
    }

    @Test
    void whatWasCorrectedIsInvoicedAnewOnPurpose() {
        var device = device();
        read(device, "2026-10-31", 1900);
        var invoice = invoiced(device, "2026-10-01", "2026-10-31", 1900);
        var number =
                ask(device, invoice, "2026-10-31", 1200).json().get("number").stringValue();
        assertThat(decide(number, "approval", clerk).status()).isEqualTo(204);

        invoiced(device, "2026-10-01", "2026-10-31", 1200);

        assertThat(investigations(device)).isZero();
    }

    @Test
    void theSameInvoiceToldTwiceIsNoDoubt() {
        var device = device();
        var invoice = InvoiceId.random();
        events.publish(invoice(invoice, device, "2026-10-01", "2026-10-31", 1900), invoice, 0, account);
        events.publish(invoice(invoice, device, "2026-10-01", "2026-10-31", 1900), invoice, 0, account);
        var next = invoiced(device, "2026-10-31", "2026-11-15", 2000);

        assertThat(next).isNotNull();
        assertThat(investigations(device)).isZero();
    }

    @Test
    void aReportThatCannotBeIsLookedInto() {
        var device = device();
        read(device, TODAY, 5000);
        for (int i = 0; i < 3; i++) {
            events.publish(
                    new CounterReported(device, Map.of(Counter.TOTAL, 40L + i, Counter.COLOUR, 1L), clock.instant()),
                    device,
                    4 + i);
        }

        var told = opened(device);
        assertThat(told.cause()).isEqualTo(InvestigationCause.IMPLAUSIBLE_JUMP);
        assertThat(told.counters()).containsEntry(Counter.TOTAL, 40L);
        await().during(Duration.ofMillis(500)).until(() -> investigations(device) == 1);
    }

    @Test
    void aReportThatCanHardlyBeIsTakenAndLookedInto() {
        var device = device();
        read(device, TODAY, 5000);
        events.publish(
                new CounterReported(device, Map.of(Counter.TOTAL, 6501L, Counter.COLOUR, 10L), clock.instant()),
                device,
                4);

        assertThat(opened(device).cause()).isEqualTo(InvestigationCause.IMPLAUSIBLE_JUMP);
        assertThat(stored(device, "RemoteCountersRecorded")).isEqualTo(1);

        events.publish(
                new CounterReported(device, Map.of(Counter.TOTAL, 8101L, Counter.COLOUR, 10L), clock.instant()),
                device,
                5);
        await("what is looked into already takes no read away")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stored(device, "RemoteCountersRecorded") == 2);
        assertThat(investigations(device)).isEqualTo(1);
    }

    private MeterInvestigationOpened opened(DeviceId device) {
        return events.await(
                Topic.METER,
                MeterInvestigationOpened.class,
                told -> told.deviceId().equals(device));
    }

    private Http.Answer ask(DeviceId device, InvoiceId invoice, String readOn, long total) {
        return http().post("/api/devices/" + device + "/corrections", manager, """
                        {"invoiceId":"%s","readOn":"%s","counters":{"total":%d,"colour":10},
                         "comment":"Two digits swapped"}""".formatted(invoice, readOn, total));
    }

    private Http.Answer decide(String number, String decision, String token) {
        return http().post("/api/corrections/" + number + "/" + decision, token, "{\"reason\":\"The photo shows it\"}");
    }

    private Http.Answer close(String number, String body) {
        return http().post("/api/investigations/" + number + "/closure", contactCentre, body);
    }

    private String read(DeviceId device, String readOn, long total) {
        var answer = http().post(
                        "/api/devices/" + device + "/reads",
                        manager,
                        "{\"readOn\":\"%s\",\"counters\":{\"total\":%d,\"colour\":10}}".formatted(readOn, total));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("readId").stringValue();
    }

    private InvoiceId invoiced(DeviceId device, String from, String until, long current) {
        var invoice = InvoiceId.random();
        events.publish(invoice(invoice, device, from, until, current), invoice, 0, account);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from billed_line where invoice_id = ?")
                                .param(invoice.value())
                                .query(Long.class)
                                .single()
                        == 2);
        return invoice;
    }

    private UsageInvoiceIssued invoice(InvoiceId id, DeviceId device, String from, String until, long current) {
        var rate = new Amount("EUR", "0.010000");
        var none = new Amount("EUR", "0.00");
        return new UsageInvoiceIssued(
                id,
                "2026-" + id,
                ContractId.random(),
                account,
                LocalDate.parse(from),
                LocalDate.parse(until),
                List.of(
                        line(device, Counter.TOTAL, from, until, current, rate, none),
                        line(device, Counter.COLOUR, from, until, 10, rate, none)),
                none,
                LocalDate.parse(until).plusDays(1),
                LocalDate.parse(until).plusDays(15));
    }

    private static UsageLine line(
            DeviceId device, Counter counter, String from, String until, long current, Amount rate, Amount amount) {
        return new UsageLine(
                device, counter, LocalDate.parse(from), LocalDate.parse(until), current, current, 0, 0, rate, amount);
    }

    private Http http() {
        return new Http(port);
    }

    private DeviceId device() {
        return java.util.Objects.requireNonNull(scenario).device(account, user);
    }

    private long investigations(DeviceId device) {
        return jdbc.sql("select count(*) from meter_investigation where device_id = ?")
                .param(device.value())
                .query(Long.class)
                .single();
    }

    private long stored(DeviceId device, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .param(device.toString())
                .param(type)
                .query(Long.class)
                .single();
    }
}

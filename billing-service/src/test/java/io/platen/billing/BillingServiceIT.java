package io.platen.billing;

import static io.platen.billing.BillingScenario.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.inbox.Received;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.Http.Answer;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.RealInfrastructure;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts, reads and invoices over HTTP, with PostgreSQL and Kafka. */
@PlatenIT
class BillingServiceIT {

    private static final String CLERK = TestTokens.staff(StaffRole.BILLING_CLERK, "NL");

    private final AccountId account = AccountId.random();
    private final String number = "C-" + UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @Value("${platen.inbox.group}")
    private String group = "";

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    private @Nullable BillingScenario known;

    @BeforeEach
    void aCustomer() {
        clock.set(Instant.parse("2026-12-01T09:00:00Z"));
        scenario().account(account, "NL");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aContractIsActivatedAndTold() {
        var device = scenario().device(account);

        var answer = activate(number, "2026-01-01", "2026-12-31", device);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("number").asString()).isEqualTo(number);
        assertThat(answer.header("Platen-Consistency")).isPresent();
        var told = told(ContractActivated.class);
        assertThat(told.contractId().toString())
                .isEqualTo(answer.json().path("contractId").asString());
        assertThat(told.devices()).containsExactly(device);
        assertThat(told.rates())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Counter.TOTAL, new Amount("EUR", "0.012500"), Counter.COLOUR, new Amount("EUR", "0.060000")));
        assertThat(told.includedPages()).containsExactlyEntriesOf(Map.of(Counter.TOTAL, 1000L));
        assertThat(told.start()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(told.end()).isEqualTo(LocalDate.parse("2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "                           | MONTHLY",
                ",\"meterCycle\":\"MONTHLY\" | MONTHLY",
                ",\"meterCycle\":\"YEARLY\"  | YEARLY",
                ",\"meterCycle\":null        | -"
            })
    void aContractSaysHowOftenItsDevicesAreRead(@Nullable String member, @Nullable MeterCycle told) {
        var body = body(number, account, "2026-01-01", "2026-12-31", scenario().device(account));

        var answer = http().post(
                        "/api/contracts", CLERK, body.strip().replaceFirst("}$", (member == null ? "" : member) + "}"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(told(ContractActivated.class).meterCycle()).isEqualTo(told);
    }

    @Test
    void aClerkEndsAContractAndItsDevicesAreFreeTheDayAfter() {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-09-30", ReadSource.CUSTOMER, 1000, 0), 1);
        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 3000, 0), 1);
        assertThat(invoice(number, "2026-10-01", "2026-10-31").status()).isEqualTo(201);

        var early = end(number, "2026-10-30");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("END_BEFORE_LAST_INVOICE");
        assertThat(early.json().path("errors").path(0).path("field").asString()).isEqualTo("endedOn");
        assertThat(early.json().path("until").asString()).isEqualTo("2026-10-31");
        var late = end(number, "2027-01-01");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("END_OUTSIDE_CONTRACT");
        assertThat(late.json().path("end").asString()).isEqualTo("2026-12-31");

        assertThat(end(number, "2026-11-15").status()).isEqualTo(204);

        var told = told(ContractEnded.class);
        assertThat(told.number()).isEqualTo(number);
        assertThat(told.devices()).containsExactly(device);
        assertThat(told.endedOn()).isEqualTo(LocalDate.parse("2026-11-15"));
        assertThat(told.reason()).isEqualTo("Moved away");
        var again = end(number, "2026-11-20");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CONTRACT_ALREADY_ENDED");
        assertThat(again.json().path("endedOn").asString()).isEqualTo("2026-11-15");
        assertThat(activate(number + "b", "2026-11-15", "2027-11-14", device).code())
                .isEqualTo("DEVICE_ALREADY_UNDER_CONTRACT");
        assertThat(activate(number + "b", "2026-11-16", "2027-11-14", device).status())
                .isEqualTo(201);
        assertThat(invoice(number, "2026-11-01", "2026-11-16").code()).isEqualTo("PERIOD_OUTSIDE_CONTRACT");
        scenario().tell(read(device, "2026-11-15", ReadSource.CUSTOMER, 5000, 0), 1);
        scenario().tell(read(device, "2026-11-16", ReadSource.CUSTOMER, 5100, 0), 1);
        assertThat(invoice(number, "2026-11-01", "2026-11-15")
                        .json()
                        .path("total")
                        .path("value")
                        .asString())
                .as("2 000 pages, of which half of 1 000 are free")
                .isEqualTo("18.75");
    }

    @Test
    void aContractMayEndOnItsFirstDay() {
        var device = scenario().device(account);
        activate(number, "2027-01-01", "2027-12-31", device);

        assertThat(end(number, "2027-01-01").status()).isEqualTo(204);
        assertThat(activate(number + "b", "2027-01-02", "2027-12-31", device).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\"Moved\"}                                | endedOn | REQUIRED",
                "{\"endedOn\":\"2026-11-15\"}                          | reason  | REQUIRED",
                "{\"endedOn\":\"2026-11-15\",\"reason\":\" \"}         | reason  | REQUIRED",
                "{\"endedOn\":\"2026-11-15\",\"reason\":\"a\\u0000\"}  | reason  | INVALID_FORMAT",
                "{\"endedOn\":\"2026-11-31\",\"reason\":\"Moved\"}     | endedOn | INVALID_VALUE"
            })
    void aBadEndNamesItsField(String body, String field, String code) {
        activate(number, "2026-01-01", "2026-12-31", scenario().device(account));

        var answer = http().post("/api/contracts/" + number + "/end", CLERK, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
    }

    /** Counted over a reset: 900 were shown when 5 900 were billed. */
    @Test
    void aMachineThatTakesOverIsBilledInThePlaceOfTheOldOne() {
        var old = scenario().device(account);
        var next = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", old);
        scenario().tell(read(old, "2026-09-30", ReadSource.CUSTOMER, 5000, 0), 1);
        var reset = new MeterCounterReset(
                old,
                LocalDate.parse("2026-10-01"),
                Map.of(Counter.TOTAL, 5000L),
                Map.of(Counter.TOTAL, 0L),
                "New board");
        scenario().tell(reset, old, LocalDate.parse("2026-10-01"), 2);
        scenario().tell(billedAs(read(old, "2026-10-10", ReadSource.CUSTOMER, 700, 0), 5700), 1);
        scenario().tell(read(next, "2026-10-05", ReadSource.CUSTOMER, 20, 0), 1);
        var replaced = new DeviceReplaced(
                old,
                next,
                account,
                LocalDate.parse("2026-10-20"),
                Map.of(Counter.TOTAL, 900L),
                Map.of(Counter.TOTAL, 100L));
        scenario().tell(replaced, old, LocalDate.parse("2026-10-20"), 3);
        scenario().tell(read(next, "2026-10-31", ReadSource.CUSTOMER, 1200, 0), 1);
        scenario().tell(read(old, "2026-10-31", ReadSource.CUSTOMER, 9000, 0), 1);

        var told = told(ContractDeviceReplaced.class);
        assertThat(told.number()).isEqualTo(number);
        assertThat(told.deviceId()).isEqualTo(old);
        assertThat(told.newDeviceId()).isEqualTo(next);
        assertThat(told.replacedOn()).isEqualTo(LocalDate.parse("2026-10-20"));
        assertThat(invoice(number, "2026-10-01", "2026-10-31").status()).isEqualTo(201);
        assertThat(told(UsageInvoiceIssued.class).lines().stream()
                        .filter(line -> line.counter() == Counter.TOTAL)
                        .collect(Collectors.toMap(UsageLine::deviceId, line -> line.previous() + "-" + line.current())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(old, "5000-5900", next, "100-1200"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(usage(next).stream()
                                .flatMap(usage -> usage.lines().stream())
                                .filter(line -> line.counter() == Counter.TOTAL)
                                .map(line -> line.previous() + "-" + line.current()))
                        .containsExactly("100-1200"));
        assertThat(activate(number + "b", "2026-10-21", "2026-12-31", old).status())
                .as("the old one is free the day after")
                .isEqualTo(201);
        assertThat(activate(number + "c", "2026-12-31", "2027-12-31", next).code())
                .isEqualTo("DEVICE_ALREADY_UNDER_CONTRACT");
        assertThat(jdbc.sql(
                                "select count(*) from domain_event where type = 'DeviceReplaced' and payload ->> 'number' = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMachineThatAnotherContractCoversStaysWithThat() {
        var old = scenario().device(account);
        var next = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", old);
        activate(number + "b", "2026-01-01", "2026-12-31", next);
        var day = LocalDate.parse("2026-10-20");

        scenario().tell(new DeviceReplaced(old, next, account, day, Map.of(), Map.of(Counter.TOTAL, 1L)), old, day, 1);

        assertThat(jdbc.sql("select count(*) from contract_device where device_id = ? and took_over")
                        .param(next.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select upper(term) - 1 from contract_device where device_id = ?")
                        .param(old.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.parse("2026-12-31"));
    }

    /** 3 000 were expected and 2 600 printed: 2 000 are billed by estimate, and then nothing until 3 000 are passed. */
    @Test
    void aMissedReadIsEstimatedAndTheNextReadSettlesIt() {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-08-31", ReadSource.CUSTOMER, 1000, 0), 1);
        var due = LocalDate.parse("2026-09-30");
        scenario().tell(new MeterReadMissed(device, due, Map.of(Counter.TOTAL, 3000L), 1), device, due, 3);

        assertThat(invoice(number, "2026-09-01", "2026-09-30")
                        .json()
                        .path("total")
                        .path("value")
                        .asString())
                .isEqualTo("12.50");
        var line = told(UsageInvoiceIssued.class).lines().getFirst();
        assertThat(line.byEstimate()).isTrue();
        assertThat(line.current()).isEqualTo(3000);
        await().atMost(Duration.ofSeconds(20)).until(() -> usage(device).size() == 1);
        assertThat(usage(device).getFirst().lines().getFirst().byEstimate()).isTrue();

        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 2600, 0), 1);
        assertThat(invoice(number, "2026-10-01", "2026-10-31").code()).isEqualTo("NOTHING_TO_INVOICE");
        scenario().tell(read(device, "2026-11-30", ReadSource.CUSTOMER, 5500, 0), 1);
        assertThat(invoice(number, "2026-10-01", "2026-11-30")
                        .json()
                        .path("total")
                        .path("value")
                        .asString())
                .as("2 500 pages beyond the estimate, of which 2 000 are free")
                .isEqualTo("6.25");
    }

    @Test
    void aCorrectedReadIsWhatTheNextBillGoesBy() {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-09-30", ReadSource.CUSTOMER, 1000, 0), 1);
        var wrong = read(device, "2026-10-31", ReadSource.CUSTOMER, 40_000, 0);
        scenario().tell(wrong, 1);
        var right = new MeterReadCorrected(
                device,
                wrong.readId(),
                ReadId.random(),
                LocalDate.parse("2026-10-30"),
                Map.of(Counter.TOTAL, 4000L),
                Map.of(Counter.TOTAL, 4000L),
                Map.of(Counter.TOTAL, 40_000L),
                new MeterCorrectionId(UUID.randomUUID()),
                "MC-0000001",
                "Mistyped");
        scenario().tell(right, device, LocalDate.parse("2026-10-30"), 2);

        assertThat(invoice(number, "2026-10-01", "2026-10-31")
                        .json()
                        .path("total")
                        .path("value")
                        .asString())
                .as("3 000 pages of which 1 000 are free")
                .isEqualTo("25.00");
    }

    private static MeterReadSubmitted billedAs(MeterReadSubmitted read, long total) {
        return new MeterReadSubmitted(
                read.readId(),
                read.deviceId(),
                read.counters(),
                read.readOn(),
                read.source(),
                read.confirmed(),
                read.recordedAt(),
                read.replaces(),
                Map.of(Counter.TOTAL, total),
                null);
    }

    /** 1 234 pages of which 1 000 are free, and 61 in colour: 234 × 0.0125 = 2.925 and 61 × 0.06 = 3.66. */
    @Test
    void theReadsOfAMonthBecomeAnInvoiceToTheCent() {
        var device = scenario().device(account);
        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 50_000, 100), 1);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-11-10", ReadSource.REMOTE, 50_400, 120), 1);
        scenario().tell(read(device, "2026-11-30", ReadSource.CUSTOMER, 51_234, 161), 1);
        scenario().tell(read(device, "2026-12-01", ReadSource.REMOTE, 51_300, 170), 1);

        var answer = invoice(number, "2026-11-01", "2026-11-30");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("number").asString()).matches("INV-2026[0-9]{5}");
        assertThat(answer.json().path("total").path("currency").asString()).isEqualTo("EUR");
        assertThat(answer.json().path("total").path("value").asString()).isEqualTo("6.59");
        var told = told(UsageInvoiceIssued.class);
        assertThat(told.number()).isEqualTo(answer.json().path("number").asString());
        assertThat(told.invoiceId().toString())
                .isEqualTo(answer.json().path("invoiceId").asString());
        assertThat(told.total()).isEqualTo(new Amount("EUR", "6.59"));
        assertThat(told.issuedOn()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(told.dueOn()).isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(told.lines())
                .containsExactly(
                        line(device, Counter.TOTAL, 50_000, 51_234, 1000, "0.012500", "2.93"),
                        line(device, Counter.COLOUR, 100, 161, 0, "0.060000", "3.66"));
    }

    @Test
    void everyReadIsUsageOnceAndTheBetterSourceOfADayCounts() {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-11-01", ReadSource.CUSTOMER, 1000, 10), 3);
        var remote = read(device, "2026-11-10", ReadSource.REMOTE, 1100, 10);
        scenario().tell(remote, 3);
        scenario().tell(read(device, "2026-11-10", ReadSource.REMOTE, 1150, 12, remote.readId()), 3);
        scenario().tell(read(device, "2026-11-10", ReadSource.CUSTOMER, 1170, 12), 3);
        scenario().tell(read(device, "2026-11-11", ReadSource.ENGINEER, 1200, 12), 3);

        await().atMost(Duration.ofSeconds(20)).until(() -> usage(device).size() == 3);
        assertThat(usage(device).stream()
                        .flatMap(usage -> usage.lines().stream())
                        .filter(line -> line.counter() == Counter.TOTAL)
                        .map(line -> line.previous() + "-" + line.current()))
                .containsExactly("1000-1100", "1100-1150", "1150-1200");
        assertThat(usage(device)).allSatisfy(usage -> {
            assertThat(usage.accountId()).isEqualTo(account);
            assertThat(usage.lines())
                    .allSatisfy(line -> assertThat(line.included()).isZero());
        });
        assertThat(invoice(number, "2026-11-01", "2026-11-10")
                        .json()
                        .path("total")
                        .path("value")
                        .asString())
                .as("150 pages, all free, and 2 in colour: the remote read of the day, not the customer's")
                .isEqualTo("0.12");
        assertThat(told(UsageInvoiceIssued.class).lines().getFirst().current()).isEqualTo(1150);
    }

    @Test
    void deliveredThreeTimesAndReadFromTheStartAgainNothingChanges() throws Exception {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 1000, 10), 3);
        var remote = read(device, "2026-11-10", ReadSource.REMOTE, 1100, 10);
        scenario().tell(remote, 3);
        scenario().tell(read(device, "2026-11-10", ReadSource.REMOTE, 3000, 12, remote.readId()), 3);
        scenario().tell(read(device, "2026-11-30", ReadSource.ENGINEER, 4000, 20), 3);
        assertThat(invoice(number, "2026-11-01", "2026-11-30").status()).isEqualTo(201);
        var stored = stored();
        var ledger = ledger();

        AnotherInstance.consume(context, false);
        jdbc.sql("delete from inbox where consumer = 'usage'").update(); // as if nothing were remembered
        try (var kafka = Admin.create(Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()))) {
            kafka.deleteConsumerGroups(List.of(group + ".usage")).all().get();
        }
        AnotherInstance.consume(context, true);
        scenario().tell(read(device, "2026-12-01", ReadSource.REMOTE, 4001, 20), 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(handled()).as("all events again").isGreaterThanOrEqualTo(ledger));
        assertThat(stored()).as("one more, of the last read").isEqualTo(stored + 1);
        assertThat(ledger()).isEqualTo(ledger + 1);
        assertThat(invoice(number, "2026-11-01", "2026-11-30").code()).isEqualTo("PERIOD_ALREADY_INVOICED");
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void aPeriodIsInvoicedOnceAndTheNextOneFollows() {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-09-30", ReadSource.CUSTOMER, 1000, 0), 1);
        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 3000, 0), 1);
        scenario().tell(read(device, "2026-11-30", ReadSource.CUSTOMER, 6000, 0), 1);

        var october = invoice(number, "2026-10-01", "2026-10-31");
        assertThat(october.json().path("total").path("value").asString()).isEqualTo("12.50");
        var again = invoice(number, "2026-10-31", "2026-11-30");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("PERIOD_ALREADY_INVOICED");
        assertThat(again.json().path("invoice").asString())
                .isEqualTo(october.json().path("number").asString());
        var gap = invoice(number, "2026-11-02", "2026-11-30");
        assertThat(gap.status()).isEqualTo(422);
        assertThat(gap.code()).isEqualTo("PERIOD_NOT_NEXT");
        assertThat(gap.json().path("expected").asString()).isEqualTo("2026-11-01");
        assertThat(invoice(number, "2026-11-01", "2026-12-31").code()).isEqualTo("PERIOD_NOT_OVER");
        assertThat(invoice(number, "2026-11-01", "2027-01-01").code()).isEqualTo("PERIOD_OUTSIDE_CONTRACT");
        var november = invoice(number.toLowerCase(java.util.Locale.ROOT), "2026-11-01", "2026-11-30");
        assertThat(november.json().path("total").path("value").asString()).isEqualTo("25.00");
        assertThat(invoice(number, "2026-12-01", "2026-12-01").code()).isEqualTo("NOTHING_TO_INVOICE");
        assertThat(Integer.parseInt(november.json().path("number").asString().substring(4))
                        - Integer.parseInt(
                                october.json().path("number").asString().substring(4)))
                .as("no number is missing, though some were refused between")
                .isEqualTo(1);
    }

    @Test
    void ofSimultaneousInvoicesOneIsIssued() throws Exception {
        var device = scenario().device(account);
        activate(number, "2026-01-01", "2026-12-31", device);
        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 1000, 0), 1);
        scenario().tell(read(device, "2026-11-30", ReadSource.CUSTOMER, 3000, 0), 1);

        var statuses =
                sideBySide(8, i -> invoice(number, "2026-11-01", "2026-11-30").status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status != 201)).allMatch(status -> status == 409);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void aDeviceIsInOneContractAtATime() {
        var device = scenario().device(account);
        var other = scenario().device(account);
        assertThat(activate(number, "2026-01-01", "2026-06-30", device).status())
                .isEqualTo(201);

        var refused = activate(number + "b", "2026-06-30", "2026-12-31", other, device);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("DEVICE_ALREADY_UNDER_CONTRACT");
        assertThat(refused.json().path("contract").asString()).isEqualTo(number);
        var conflict = refused.json().path("conflicts").path(0);
        assertThat(conflict.path("deviceId").asString()).isEqualTo(device.toString());
        assertThat(conflict.path("contract").asString()).isEqualTo(number);
        assertThat(conflict.path("end").asString()).isEqualTo("2026-06-30");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("deviceIds[1]");
        assertThat(activate(number + "b", "2026-07-01", "2026-12-31", other, device)
                        .status())
                .as("the number was not used up, and the day after is free")
                .isEqualTo(201);
    }

    @Test
    void ofSimultaneousContractsWithADeviceOneIsActivated() throws Exception {
        var devices = List.of(
                scenario().device(account),
                scenario().device(account),
                scenario().device(account));

        var statuses = sideBySide(
                8,
                i -> activate(number + i, "2026-01-01", "2026-12-31", devices.get(i % 3), devices.get((i + 1) % 3))
                        .status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status != 201)).allMatch(status -> status == 409);
        assertThat(jdbc.sql("select count(*) from contract where account_id = ?")
                        .param(account.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aContractNumberIsTakenOnceWhateverItsCase() {
        assertThat(activate(number, "2026-01-01", "2026-12-31", scenario().device(account))
                        .status())
                .isEqualTo(201);

        var again = activate(
                number.toUpperCase(java.util.Locale.ROOT),
                "2026-01-01",
                "2026-12-31",
                scenario().device(account));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CONTRACT_NUMBER_TAKEN");
        assertThat(again.json().path("errors").path(0).path("field").asString()).isEqualTo("number");
    }

    @Test
    void whatIsOfAnotherRegionOrAccountIsNotThere() {
        var device = scenario().device(account);
        var abroad = AccountId.random();
        scenario().account(abroad, "PT");
        var foreign = scenario().device(abroad);
        activate(number, "2026-01-01", "2026-12-31", device);
        var elsewhere = TestTokens.staff(StaffRole.BILLING_CLERK, "PT");

        assertThat(http().post("/api/contracts", CLERK, body("C-X", abroad, "2026-01-01", "2026-12-31", foreign))
                        .status())
                .isEqualTo(404);
        assertThat(http().post(
                                "/api/contracts",
                                CLERK,
                                body("C-X", AccountId.random(), "2026-01-01", "2026-12-31", device))
                        .status())
                .isEqualTo(404);
        var answer = activate("C-X", "2026-01-01", "2026-12-31", device, foreign);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("deviceIds[1]");
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("DEVICE_NOT_ON_ACCOUNT");
        var path = "/api/contracts/" + number + "/usage-invoices";
        var november = "{\"from\":\"2026-11-01\",\"until\":\"2026-11-30\"}";
        assertThat(http().post(path, elsewhere, november).status()).isEqualTo(404);
        assertThat(http().post("/api/contracts/none/usage-invoices", CLERK, november)
                        .status())
                .isEqualTo(404);
        assertThat(http().post(path, TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"), november)
                        .status())
                .isEqualTo(403);
        assertThat(http().post(path, null, november).status()).isEqualTo(401);
    }

    @Test
    void aRepeatGetsTheSameAnswerAndDoesNothing() {
        var device = scenario().device(account);
        var key = UUID.randomUUID().toString();
        var body = body(number, account, "2026-01-01", "2026-12-31", device);
        var first = http().send("POST", "/api/contracts", CLERK, body, "Idempotency-Key", key);
        var again = http().send("POST", "/api/contracts", CLERK, body, "Idempotency-Key", key);
        var other = http().send(
                        "POST",
                        "/api/contracts",
                        CLERK,
                        body(number + "b", account, "2026-01-01", "2026-12-31", device),
                        "Idempotency-Key",
                        key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(http().send("POST", "/api/contracts", CLERK, body).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");

        scenario().tell(read(device, "2026-10-31", ReadSource.CUSTOMER, 1000, 0), 1);
        scenario().tell(read(device, "2026-11-30", ReadSource.CUSTOMER, 3000, 0), 1);
        var path = "/api/contracts/" + number + "/usage-invoices";
        var november = "{\"from\":\"2026-11-01\",\"until\":\"2026-11-30\"}";
        var issue = UUID.randomUUID().toString();
        var issued = http().send("POST", path, CLERK, november, "Idempotency-Key", issue);
        var repeated = http().send("POST", path, CLERK, november, "Idempotency-Key", issue);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.json()).isEqualTo(issued.json());
        assertThat(invoices()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\":\"0.0125\"   | \"total\":\"-0.01\"      | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":\"0.0000001\"  | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":\"1e-2\"       | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":\"10000\"      | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":\"\"           | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":null           | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":0.0000001      | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":1e-2           | rates.total          | RATE_INVALID",
                "\"total\":\"0.0125\"   | \"total\":{}             | rates.total          | INVALID_VALUE",
                "\"total\":\"0.0125\"   | \"fax\":\"0.01\"         | rates                | RATE_COUNTER_UNKNOWN",
                "\"total\":1000         | \"total\":-1             | includedPages.total  | INCLUDED_PAGES_INVALID",
                "\"total\":1000         | \"total\":1000000000     | includedPages.total  | INCLUDED_PAGES_INVALID",
                "\"total\":1000         | \"total\":1.5            | includedPages.total  | INVALID_VALUE",
                "\"total\":1000         | \"blackWhite\":5         | includedPages.blackWhite | COUNTER_WITHOUT_PRICE",
                "\"EUR\"                | \"XYZ\"                  | currency             | CURRENCY_UNKNOWN",
                "\"EUR\"                | \"XXX\"                  | currency             | CURRENCY_UNKNOWN",
                "\"EUR\"                | \"\\u0000\"              | currency             | CURRENCY_UNKNOWN",
                "\"EUR\"                | null                     | currency             | REQUIRED",
                "2026-12-31             | 2026-01-01               | end                  | CONTRACT_TERM_REVERSED",
                "2026-12-31             | 2025-01-01               | end                  | CONTRACT_TERM_REVERSED",
                "2026-12-31             | 2026-13-01               | end                  | INVALID_VALUE",
                "2026-12-31             | 9999-12-31               | end                  | OUT_OF_RANGE",
                "2026-01-01             | 0001-01-01               | start                | OUT_OF_RANGE",
                "\"maintenance\":true   | \"maintenance\":\"yes\"  | maintenance          | INVALID_VALUE",
                "\"maintenance\":true   | \"maintenance\":null     | maintenance          | REQUIRED",
                "\"supplies\":true      | \"supplies\":true,\"meterCycle\":\"WEEKLY\" | meterCycle | INVALID_VALUE",
                "\"supplies\":true      | \"supplies\":true,\"meterCycle\":1 | meterCycle | INVALID_VALUE",
                "NUMBER                 | a/b                      | number               | INVALID_FORMAT",
                "\"supplies\":true      | \"supplies\":true,\"x\":1 | x                   | UNKNOWN_FIELD"
            })
    void badInputNamesItsField(String good, String bad, String field, String code) {
        var body = body("NUMBER", account, "2026-01-01", "2026-12-31", DeviceId.random());

        var answer = http().post("/api/contracts", CLERK, body.replace(good, bad));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.platen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{}", "{\"number\":1}", "{\"deviceIds\":[null]}", "{\"rates\":[]}"})
    void whatIsNoContractIsAClearProblem(String body) {
        var answer = http().post("/api/contracts", CLERK, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"2026-11-30\",\"until\":\"2026-11-01\"} | until | PERIOD_REVERSED",
                "{\"from\":\"2026-11-31\",\"until\":\"2026-11-01\"} | from  | INVALID_VALUE",
                "{\"from\":\"2026-11-30\"}                          | until | REQUIRED",
                "{\"from\":\"2026-11-30\",\"until\":5}              | until | INVALID_VALUE"
            })
    void aBadPeriodNamesItsField(String body, String field, String code) {
        activate(number, "2026-01-01", "2026-12-31", scenario().device(account));

        var answer = http().post("/api/contracts/" + number + "/usage-invoices", CLERK, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
    }

    @Test
    void aProblemSpeaksTheLanguageOfTheCaller() {
        activate(number, "2026-01-01", "2026-12-31", scenario().device(account));

        var titles = List.of("en", "nl", "pt").stream()
                .map(language -> http().send(
                                "POST",
                                "/api/contracts/" + number + "/usage-invoices",
                                CLERK,
                                "{\"from\":\"2026-11-01\",\"until\":\"2026-11-30\"}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Accept-Language",
                                language)
                        .json()
                        .path("title")
                        .asString())
                .toList();

        assertThat(titles).containsExactly("Nothing to invoice", "Niets te factureren", "Nada a faturar");
    }

    private interface Attempt {
        int by(int number);
    }

    private static List<Integer> sideBySide(int people, Attempt attempt) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, people)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return attempt.by(i);
                    }))
                    .toList();
            start.countDown();
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private Answer activate(String contract, String start, String end, DeviceId... devices) {
        return http().post("/api/contracts", CLERK, body(contract, account, start, end, devices));
    }

    private static String body(String number, AccountId account, String start, String end, DeviceId... devices) {
        var ids = java.util.Arrays.stream(devices)
                .map(device -> "\"" + device + "\"")
                .collect(java.util.stream.Collectors.joining(","));
        return """
                {"number":"%s","accountId":"%s","deviceIds":[%s],"start":"%s","end":"%s",
                 "maintenance":true,"supplies":true,"currency":"EUR",
                 "rates":{"total":"0.0125","colour":"0.06"},"includedPages":{"total":1000}}
                """.formatted(number, account, ids, start, end);
    }

    private Answer end(String contract, String day) {
        return http().post(
                        "/api/contracts/" + contract + "/end",
                        CLERK,
                        "{\"endedOn\":\"%s\",\"reason\":\"Moved away\"}".formatted(day));
    }

    private Answer invoice(String contract, String from, String until) {
        return http().post(
                        "/api/contracts/" + contract + "/usage-invoices",
                        CLERK,
                        "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until));
    }

    private static UsageLine line(
            DeviceId device, Counter counter, long previous, long current, long included, String rate, String amount) {
        return new UsageLine(
                device,
                counter,
                LocalDate.parse("2026-10-31"),
                LocalDate.parse("2026-11-30"),
                previous,
                current,
                current - previous - included,
                included,
                new Amount("EUR", rate),
                new Amount("EUR", amount));
    }

    /** Of this test's account. */
    private <E extends BillingEvent> E told(Class<E> type) {
        return type.cast(events.await(
                        Topic.BILLING,
                        received -> type.isInstance(received.event())
                                && account.equals(received.metadata().account()))
                .event());
    }

    private List<UsageRecorded> usage(DeviceId device) {
        return events.all(Topic.BILLING).stream()
                .map(Received::event)
                .filter(UsageRecorded.class::isInstance)
                .map(UsageRecorded.class::cast)
                .filter(usage -> usage.deviceId().equals(device))
                .toList();
    }

    /** Without what the calendar ends of other tests meanwhile. */
    private long stored() {
        return jdbc.sql("select count(*) from domain_event where type <> 'ContractEnded'")
                .query(Long.class)
                .single();
    }

    private long ledger() {
        return jdbc.sql("select count(distinct read_id) from meter_read")
                .query(Long.class)
                .single();
    }

    private long handled() {
        return jdbc.sql("select count(*) from inbox where consumer = 'usage'")
                .query(Long.class)
                .single();
    }

    private long invoices() {
        return jdbc.sql("select count(*) from usage_invoice join contract using (contract_id) where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    private BillingScenario scenario() {
        if (known == null) {
            known = new BillingScenario(events, jdbc);
        }
        return known;
    }

    private Http http() {
        return new Http(port);
    }
}

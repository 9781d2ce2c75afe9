package io.platen.billing.contract;

import static io.platen.billing.contract.ContractFixture.CONTRACT;
import static io.platen.billing.contract.ContractFixture.EARLIER;
import static io.platen.billing.contract.ContractFixture.INVOICE;
import static io.platen.billing.contract.ContractFixture.ONE;
import static io.platen.billing.contract.ContractFixture.THREE;
import static io.platen.billing.contract.ContractFixture.TWO;
import static io.platen.billing.contract.ContractFixture.activated;
import static io.platen.billing.contract.ContractFixture.bill;
import static io.platen.billing.contract.ContractFixture.billed;
import static io.platen.billing.contract.ContractFixture.end;
import static io.platen.billing.contract.ContractFixture.ended;
import static io.platen.billing.contract.ContractFixture.euro;
import static io.platen.billing.contract.ContractFixture.line;
import static io.platen.billing.contract.ContractFixture.mark;
import static io.platen.billing.contract.ContractFixture.period;
import static io.platen.billing.contract.ContractFixture.replace;
import static io.platen.billing.contract.ContractFixture.replaced;
import static io.platen.billing.contract.ContractFixture.terms;
import static io.platen.billing.contract.ContractFixture.termsWithIncluded;
import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;

import io.platen.billing.contract.ContractCommand.ActivateContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a period costs, and that no day and no page is billed twice. */
class ContractTest {

    private final ContractFixture contract = new ContractFixture();

    @Test
    void aContractIsActivated() {
        contract.axon
                .givenNoPriorActivity()
                .when(new ActivateContract(CONTRACT, terms()))
                .expectEvents(activated(terms()));
    }

    @Test
    void usageIsFromTheLastReadBeforeThePeriodToTheLastReadInIt() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-15", 900)
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-01", 1100)
                .read(ONE, TOTAL, "2026-02-28", 2001)
                .read(ONE, TOTAL, "2026-03-01", 2500);

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-01-31", "2026-02-28", 1000, 2001, 0, "0.012500", "12.51"))))
                .expectEvents(billed(INVOICE, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-28", 2001)));
    }

    @Test
    void withoutAReadBeforeItTheFirstOneInThePeriodBegins() {
        contract.ledger.read(ONE, TOTAL, "2026-02-03", 1000).read(ONE, TOTAL, "2026-02-20", 1100);

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-02-03", "2026-02-20", 1000, 1100, 0, "0.012500", "1.25"))));
    }

    /** 1001 × 0.0125 = 12.5125; 0.005 and 0.015 go up, each line by itself. */
    @Test
    void eachLineIsRoundedHalfUpToTheCent() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 0)
                .read(ONE, TOTAL, "2026-02-28", 1)
                .read(TWO, TOTAL, "2026-01-31", 0)
                .read(TWO, TOTAL, "2026-02-28", 3)
                .read(TWO, COLOUR, "2026-01-31", 0)
                .read(TWO, COLOUR, "2026-02-28", 2);

        contract.given(activated(terms(Map.of(TOTAL, euro("0.005"), COLOUR, euro("0.002499")), Map.of())))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-01-31", "2026-02-28", 0, 1, 0, "0.005000", "0.01"),
                        line(TWO, TOTAL, "2026-01-31", "2026-02-28", 0, 3, 0, "0.005000", "0.02"),
                        line(TWO, COLOUR, "2026-01-31", "2026-02-28", 0, 2, 0, "0.002499", "0.00"))));
    }

    @Test
    void includedPagesAreForAllDevicesTogether() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-28", 1700)
                .read(TWO, TOTAL, "2026-01-31", 1000)
                .read(TWO, TOTAL, "2026-02-28", 1700);

        contract.given(activated(termsWithIncluded(1000)))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-01-31", "2026-02-28", 1000, 1700, 700, "0.012500", "0.00"),
                        line(TWO, TOTAL, "2026-01-31", "2026-02-28", 1000, 1700, 300, "0.012500", "5.00"))));
    }

    @Test
    void theNextBillBeginsWhereTheLastOneEndedThoughAReadCameLater() {
        contract.ledger
                .read(ONE, TOTAL, "2026-02-26", 2000)
                .read(ONE, TOTAL, "2026-02-28", 2300) // not there yet when February was billed
                .read(ONE, TOTAL, "2026-03-31", 3000);

        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-26", 2000)))
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-02-26", "2026-03-31", 2000, 3000, 0, "0.012500", "12.50"))));
    }

    @Test
    void aDeviceThatNoBillHadYetIsCountedFromTheFirstBilledDay() {
        contract.ledger
                .read(TWO, TOTAL, "2026-02-10", 100)
                .read(TWO, TOTAL, "2026-02-28", 300)
                .read(TWO, TOTAL, "2026-03-31", 500);

        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-26", 2000)))
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(TWO, TOTAL, "2026-02-10", "2026-03-31", 100, 500, 0, "0.012500", "5.00"))));
    }

    @Test
    void whatACounterShowsBelowWhatWasBilledIsNotBilledAgain() {
        contract.ledger.read(ONE, TOTAL, "2026-02-26", 2000).read(ONE, TOTAL, "2026-03-31", 1990);
        var february = billed(EARLIER, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-26", 2000));

        contract.given(activated(terms()), february)
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.NothingToInvoice())
                .expectNoEvents();
        contract.ledger.read(ONE, TOTAL, "2026-04-30", 2010);
        contract.given(activated(terms()), february)
                .when(bill("2026-03-01", "2026-04-30"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-02-26", "2026-04-30", 2000, 2010, 0, "0.012500", "0.13"))));
    }

    @Test
    void aReadThatShowsNoUseIsALineOnABillThatHasAnother() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-28", 1000)
                .read(TWO, TOTAL, "2026-01-31", 1000)
                .read(TWO, TOTAL, "2026-02-28", 1008);

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-01-31", "2026-02-28", 1000, 1000, 0, "0.012500", "0.00"),
                        line(TWO, TOTAL, "2026-01-31", "2026-02-28", 1000, 1008, 0, "0.012500", "0.10"))));
    }

    @Test
    void withoutAPageThereIsNothingToInvoice() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-28", 1000)
                .read(TWO, COLOUR, "2026-01-31", 1)
                .read(TWO, COLOUR, "2026-02-28", 9); // has no rate

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.NothingToInvoice())
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-28",
        "2026-02-28, 2026-03-31",
        "2026-01-01, 2026-02-01",
        "2026-02-10, 2026-02-11",
        "2026-01-01, 2026-12-31"
    })
    void aDayIsBilledOnce(String from, String until) {
        contract.ledger.read(ONE, TOTAL, "2026-01-01", 1).read(ONE, TOTAL, "2026-12-31", 9999);

        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28"))
                .when(bill(from, until))
                .expectResultMessagePayload(
                        new BillDecision.AlreadyInvoiced(EARLIER, period("2026-02-01", "2026-02-28")))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-31", "2026-01-01, 2026-01-31", "2026-06-01, 2026-06-30"})
    void periodsFollowEachOther(String from, String until) {
        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28"))
                .when(bill(from, until))
                .expectResultMessagePayload(new BillDecision.NotNext(LocalDate.parse("2026-03-01")))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, 2026-01-31", "2026-12-01, 2027-01-01", "2027-01-01, 2027-01-31"})
    void aPeriodLiesWithinTheContract(String from, String until) {
        contract.given(activated(terms()))
                .when(bill(from, until, "2028-01-01"))
                .expectResultMessagePayload(new BillDecision.OutsideContract(period("2026-01-01", "2026-12-31")))
                .expectNoEvents();
    }

    @Test
    void whatIsToComeIsNotBilled() {
        contract.ledger.read(ONE, TOTAL, "2026-01-31", 0).read(ONE, TOTAL, "2026-02-20", 80);

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28", "2026-02-27"))
                .expectResultMessagePayload(new BillDecision.NotOver(LocalDate.parse("2026-02-27")))
                .expectNoEvents();
        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-02-28", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-01-31", "2026-02-20", 0, 80, 0, "0.012500", "1.00"))));
    }

    @Test
    void anEndedContractIsToldAndCoversNoLaterDay() {
        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28"))
                .when(end("2026-03-31"))
                .expectResultMessagePayload(new EndDecision.Ended(LocalDate.parse("2026-03-31")))
                .expectEvents(ended("2026-03-31", ONE, TWO));
        contract.given(activated(terms()), ended("2026-03-31", ONE, TWO))
                .when(bill("2026-03-01", "2026-04-01"))
                .expectResultMessagePayload(new BillDecision.OutsideContract(period("2026-01-01", "2026-03-31")))
                .expectNoEvents();
    }

    @Test
    void readsUpToItsEndAreBilled() {
        contract.ledger
                .read(ONE, TOTAL, "2026-02-28", 1000)
                .read(ONE, TOTAL, "2026-03-31", 2000)
                .read(ONE, TOTAL, "2026-04-01", 2500);

        contract.given(activated(terms()), ended("2026-03-31", ONE, TWO))
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-02-28", "2026-03-31", 1000, 2000, 0, "0.012500", "12.50"))));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31", "2027-01-01"})
    void itEndsWithinItsTerm(String day) {
        contract.given(activated(terms()))
                .when(end(day))
                .expectResultMessagePayload(new EndDecision.OutsideContract(period("2026-01-01", "2026-12-31")))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2026-02-28", "2026-12-31"})
    void itMayEndOnItsFirstDayOnItsLastAndOnTheLastBilledOne(String day) {
        var february = billed(EARLIER, "2026-02-01", "2026-02-28");
        var history = day.equals("2026-02-28")
                ? List.<ContractEvent>of(activated(terms()), february)
                : List.<ContractEvent>of(activated(terms()));
        contract.given(history.toArray(ContractEvent[]::new))
                .when(end(day))
                .expectResultMessagePayload(new EndDecision.Ended(LocalDate.parse(day)));
    }

    @Test
    void itDoesNotEndBeforeTheLastBilledDay() {
        contract.given(activated(terms()), billed(EARLIER, "2026-02-01", "2026-02-28"))
                .when(end("2026-02-27"))
                .expectResultMessagePayload(new EndDecision.BilledLonger(LocalDate.parse("2026-02-28")))
                .expectNoEvents();
    }

    @Test
    void itEndsOnce() {
        contract.given(activated(terms()), ended("2026-03-31", ONE, TWO))
                .when(end("2026-02-28"))
                .expectResultMessagePayload(new EndDecision.AlreadyEnded(LocalDate.parse("2026-03-31")))
                .expectNoEvents();
    }

    @Test
    void aMachineThatTakesOverIsCoveredFromThatDay() {
        contract.given(activated(terms()))
                .when(replace(ONE, THREE, "2026-02-20"))
                .expectResultMessagePayload(true)
                .expectEvents(replaced(ONE, THREE, "2026-02-20"));
        contract.given(activated(terms()), replaced(ONE, THREE, "2026-02-20"))
                .when(end("2026-03-31"))
                .expectEvents(ended("2026-03-31", TWO, THREE));
        contract.given(activated(terms()), replaced(ONE, THREE, "2026-02-20"))
                .when(end("2026-02-19"))
                .expectEvents(ended("2026-02-19", ONE, TWO));
    }

    @Test
    void whatIsNotCoveredOrWasReplacedBeforeIsNotReplaced() {
        contract.given(activated(terms()))
                .when(replace(THREE, ONE, "2026-02-20"))
                .expectResultMessagePayload(false)
                .expectNoEvents();
        for (var day : List.of("2026-02-20", "2026-02-21")) {
            contract.given(activated(terms()), replaced(ONE, THREE, "2026-02-20"))
                    .when(replace(ONE, THREE, day))
                    .expectResultMessagePayload(false)
                    .expectNoEvents();
        }
        contract.given(activated(terms()), ended("2026-02-19", ONE, TWO))
                .when(replace(ONE, THREE, "2026-02-20"))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    /** 100 pages of the old one up to its last counters, 50 of the new one from its first; none that they made elsewhere. */
    @Test
    void theOldMachineIsBilledToItsLastCountersAndTheNewOneFromItsFirst() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-10", 1070)
                .read(ONE, TOTAL, "2026-02-20", 1100)
                .read(ONE, TOTAL, "2026-02-25", 1900)
                .read(THREE, TOTAL, "2026-01-15", 10)
                .read(THREE, TOTAL, "2026-02-20", 30)
                .read(THREE, TOTAL, "2026-02-28", 80);

        contract.given(activated(terms()), replaced(ONE, THREE, "2026-02-20"))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-01-31", "2026-02-20", 1000, 1100, 0, "0.012500", "1.25"),
                        line(THREE, TOTAL, "2026-02-20", "2026-02-28", 30, 80, 0, "0.012500", "0.63"))));
        contract.ledger.read(ONE, TOTAL, "2026-03-10", 2900).read(THREE, TOTAL, "2026-03-31", 90);
        contract.given(
                        activated(terms()),
                        replaced(ONE, THREE, "2026-02-20"),
                        billed(
                                EARLIER,
                                "2026-02-01",
                                "2026-02-28",
                                mark(ONE, "2026-02-20", 1100),
                                mark(THREE, "2026-02-28", 80)))
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(THREE, TOTAL, "2026-02-28", "2026-03-31", 80, 90, 0, "0.012500", "0.13"))));
    }

    /** February was invoiced when the replacement of 20 February was told. */
    @Test
    void aReplacementThatIsToldLateLosesNoPage() {
        contract.ledger
                .read(ONE, TOTAL, "2026-02-10", 1070)
                .read(ONE, TOTAL, "2026-02-20", 1100)
                .read(THREE, TOTAL, "2026-02-20", 30)
                .read(THREE, TOTAL, "2026-03-31", 90);

        contract.given(
                        activated(terms()),
                        billed(EARLIER, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-10", 1070)),
                        replaced(ONE, THREE, "2026-02-20"))
                .when(bill("2026-03-01", "2026-03-31"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-02-10", "2026-02-20", 1070, 1100, 0, "0.012500", "0.38"),
                        line(THREE, TOTAL, "2026-02-20", "2026-03-31", 30, 90, 0, "0.012500", "0.75"))));
    }

    @Test
    void aMachineThatComesBackIsNotBilledForWhatItDidElsewhere() {
        contract.ledger
                .read(ONE, TOTAL, "2026-01-31", 1000)
                .read(ONE, TOTAL, "2026-02-20", 1100)
                .read(ONE, TOTAL, "2026-04-10", 5000)
                .read(ONE, TOTAL, "2026-04-30", 5008);

        contract.given(
                        activated(terms()),
                        replaced(ONE, THREE, "2026-02-20"),
                        billed(EARLIER, "2026-02-01", "2026-02-28", mark(ONE, "2026-02-20", 1100)),
                        replaced(THREE, ONE, "2026-04-10"))
                .when(bill("2026-03-01", "2026-04-30"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(ONE, TOTAL, "2026-04-10", "2026-04-30", 5000, 5008, 0, "0.012500", "0.10"))));
    }

    @Test
    void aReplacementThatIsTakenBackOnTheSameDayLeavesTheOldMachine() {
        contract.given(activated(terms()), replaced(ONE, THREE, "2026-02-20"), replaced(THREE, ONE, "2026-02-20"))
                .when(end("2026-03-31"))
                .expectEvents(ended("2026-03-31", ONE, TWO));
    }

    @Test
    void aMachineOfTheContractThatTakesOverGoesOn() {
        contract.ledger.read(TWO, TOTAL, "2026-01-31", 100).read(TWO, TOTAL, "2026-02-28", 200);

        contract.given(activated(terms()), replaced(ONE, TWO, "2026-02-20"))
                .when(bill("2026-02-01", "2026-02-28"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(TWO, TOTAL, "2026-01-31", "2026-02-28", 100, 200, 0, "0.012500", "1.25"))));
    }

    @Test
    void beforeTheContractStartsTheNewMachineIsCoveredFromItsStart() {
        contract.ledger
                .read(THREE, TOTAL, "2025-12-20", 30)
                .read(THREE, TOTAL, "2025-12-31", 40)
                .read(THREE, TOTAL, "2026-01-31", 48);

        contract.given(activated(terms()), replaced(ONE, THREE, "2025-12-20"))
                .when(bill("2026-01-01", "2026-01-31"))
                .expectResultMessagePayload(new BillDecision.Billed(
                        List.of(line(THREE, TOTAL, "2025-12-31", "2026-01-31", 40, 48, 0, "0.012500", "0.10"))));
    }

    /** 575 232 on 6 January at 1 671 a month are 580 259 after 91 days: 5 027 pages. */
    @Test
    void withoutAReadTheEstimateIsBilledAndMarked() {
        contract.ledger.read(ONE, TOTAL, "2026-01-06", 575_232).estimate(ONE, TOTAL, "2026-04-06", 580_259);

        contract.given(activated(terms()))
                .when(bill("2026-02-01", "2026-04-30"))
                .expectResultMessagePayload(
                        new BillDecision.Billed(List.of(estimate("2026-01-06", "2026-04-06", 575_232, 580_259))))
                .expectEvents(billed(INVOICE, "2026-02-01", "2026-04-30", mark(ONE, "2026-04-06", 580_259)));
    }

    /** What is due is the read less the last read and all estimates that were billed; below zero it is carried on. */
    @ParameterizedTest
    @CsvSource({"582000, 1741, 21.76", "580260, 1, 0.01"})
    void theNextReadSettlesTheEstimate(long read, long pages, String amount) {
        contract.ledger.read(ONE, TOTAL, "2026-01-06", 575_232);
        contract.ledger.estimate(ONE, TOTAL, "2026-04-06", 580_259).read(ONE, TOTAL, "2026-05-06", read);

        contract.given(
                        activated(terms()),
                        billed(EARLIER, "2026-02-01", "2026-04-30", mark(ONE, "2026-04-06", 580_259)))
                .when(bill("2026-05-01", "2026-05-31"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(line(
                        ONE, TOTAL, "2026-04-06", "2026-05-06", 580_259, 580_259 + pages, 0, "0.012500", amount))));
    }

    @ParameterizedTest
    @CsvSource({"579000", "580258", "580259"})
    void whatWasEstimatedTooHighIsNotBilledUntilItIsPassed(long read) {
        contract.ledger.estimate(ONE, TOTAL, "2026-04-06", 580_259).read(ONE, TOTAL, "2026-05-06", read);
        var april = billed(EARLIER, "2026-02-01", "2026-04-30", mark(ONE, "2026-04-06", 580_259));

        contract.given(activated(terms()), april)
                .when(bill("2026-05-01", "2026-05-31"))
                .expectResultMessagePayload(new BillDecision.NothingToInvoice())
                .expectNoEvents();
        contract.ledger.read(ONE, TOTAL, "2026-06-06", 580_267);
        contract.given(activated(terms()), april)
                .when(bill("2026-05-01", "2026-06-30"))
                .expectResultMessagePayload(new BillDecision.Billed(List.of(
                        line(ONE, TOTAL, "2026-04-06", "2026-06-06", 580_259, 580_267, 0, "0.012500", "0.10"))));
    }

    private static BilledLine estimate(String from, String until, long previous, long current) {
        return BilledLine.of(
                new Meter(ONE, TOTAL),
                new DayRead(LocalDate.parse(from), previous),
                new DayRead(LocalDate.parse(until), current, true),
                0,
                euro("0.012500"));
    }
}

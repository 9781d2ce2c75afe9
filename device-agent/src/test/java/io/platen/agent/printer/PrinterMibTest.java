package io.platen.agent.printer;

import static io.platen.agent.printer.Answers.printer;
import static io.platen.agent.printer.Colour.BLACK;
import static io.platen.agent.printer.Colour.CYAN;
import static io.platen.agent.printer.Colour.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.agent.snmp.MibAnswer;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

class PrinterMibTest {

    @Nested
    class Identity {

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "00000000", "XXXXXXXX", "--", "\u0000\u0000"})
        void aPlaceholderIsNoSerialNumber(String serial) {
            var reading = printer().text("1.3.6.1.2.1.43.5.1.1.17.1", serial).read();

            assertThat(reading.serialNumber()).isNull();
            assertThat(reading.faults()).contains("tells no serial number");
        }

        @Test
        void aSerialNumberIsFoundAtAnyDeviceIndexAndCleaned() {
            var reading = printer()
                    .text("1.3.6.1.2.1.43.5.1.1.17.1", "")
                    .text("1.3.6.1.2.1.43.5.1.1.17.3", "  AB 123\u0000\n")
                    .read();

            assertThat(reading.serialNumber()).isEqualTo("AB 123");
        }

        @Test
        void theMakerIsKnownByItsNumberElseByTheFirstWord() {
            assertThat(Answers.of("18334.1").read().manufacturer()).isEqualTo("Konica Minolta");
            assertThat(Answers.of("99999.1").read().manufacturer()).isEqualTo("Tester");
        }

        @Test
        void theModelIsThatOfThePrinterNotOfItsNetworkCard() {
            var reading = printer()
                    .text("1.3.6.1.2.1.25.3.2.1.3.1", "Network card")
                    .put("1.3.6.1.2.1.25.3.2.1.2.2", new OID("1.3.6.1.2.1.25.3.1.5"))
                    .text("1.3.6.1.2.1.25.3.2.1.3.2", "Tester Two")
                    .read();

            assertThat(reading.model()).isEqualTo("Tester Two");
        }

        @Test
        void nothingAtAllIsAReadingWithAFault() {
            var reading = PrinterMib.interpret(new MibAnswer());

            assertThat(reading.serialNumber()).isNull();
            assertThat(reading.counters()).isEqualTo(Counters.NONE);
            assertThat(reading.supplies()).isEmpty();
            assertThat(reading.faults()).isNotEmpty();
        }

        @Test
        void textsAreReadInThePanelsCharacterSet() {
            var reading = printer()
                    .number("1.3.6.1.2.1.43.5.1.1.2.1", 2)
                    .number("1.3.6.1.2.1.43.7.1.1.4.1.2", 17)
                    .text("1.3.6.1.2.1.25.3.2.1.3.1", "プリンタ", Charset.forName("Shift_JIS"))
                    .read();

            assertThat(reading.model()).isEqualTo("プリンタ");
        }
    }

    @Nested
    class LifeCount {

        @Test
        void isTheTotalUnlessTheMakerKnowsBetter() {
            assertThat(printer().read().counters()).isEqualTo(new Counters(1000L, null, null));
        }

        @Test
        void countsPagesOnly() {
            var reading = printer().number("1.3.6.1.2.1.43.10.2.1.3.1.1", 11).read();

            assertThat(reading.lifeCount()).isNull();
            assertThat(reading.faults()).contains("counts no pages but unit 11");
        }

        @Test
        void isTakenFromTheNextMarkerWhereTheFirstCountsHours() {
            var reading = printer()
                    .number("1.3.6.1.2.1.43.10.2.1.3.1.1", 11)
                    .number("1.3.6.1.2.1.43.10.2.1.3.1.2", 8)
                    .put("1.3.6.1.2.1.43.10.2.1.4.1.2", new Counter32(77))
                    .read();

            assertThat(reading.lifeCount()).isEqualTo(77);
        }

        @Test
        void isReadWithoutItsSign() {
            var half = 1L << 31;
            var reading = printer()
                    .put("1.3.6.1.2.1.43.10.2.1.4.1.1", new Counter32(half + 5))
                    .read();

            assertThat(reading.faults()).contains("gives a life count of " + (half + 5));
        }

        @Test
        void ofMinusOneOrTenDigitsOrInWordsIsNone() {
            for (Variable nonsense : new Variable[] {
                new Counter32(4_294_967_295L),
                new Integer32(-1),
                new OctetString("many"),
                new Counter64(1L << 62),
                new TimeTicks(5),
                Null.instance
            }) {
                var reading =
                        printer().put("1.3.6.1.2.1.43.10.2.1.4.1.1", nonsense).read();

                assertThat(reading.counters()).as("%s", nonsense).isEqualTo(Counters.NONE);
                assertThat(reading.faults()).isNotEmpty();
            }
        }
    }

    @Nested
    class Supplies {

        @Test
        void takeTheirColourFromTheColorantTable() {
            var reading = printer()
                    .colorant(1, "geel")
                    .colorant(2, "ciano")
                    .supply(1, 1, 3, 21, "Cartridge 1", 100, 40)
                    .supply(2, 2, 3, 5, "Cartridge 2", 100, 60)
                    .read();

            assertThat(reading.supplies())
                    .containsExactly(
                            new Supply(1, SupplyKind.TONER, YELLOW, "Cartridge 1", Level.measured(40)),
                            new Supply(2, SupplyKind.INK, CYAN, "Cartridge 2", Level.measured(60)));
        }

        @Test
        void takeItFromTheirDescriptionWhereThereIsNoTable() {
            var reading = printer()
                    .toner(1, "Toner ciano", 100, 40)
                    .toner(2, "Toner preto", 100, 40)
                    .read();

            assertThat(reading.supplies()).extracting(Supply::colour).containsExactly(CYAN, BLACK);
        }

        @Test
        void ofAPrinterWithOneCartridgeAreBlack() {
            assertThat(printer().toner(1, "TX-400", 100, 40).read().supplies())
                    .extracting(Supply::colour)
                    .containsExactly(BLACK);
        }

        @Test
        void ofAReceptacleTellHowFullItIs() {
            var reading = printer().supply(1, 0, 4, 3, "Waste box", 100, 90).read();

            assertThat(reading.supplies())
                    .containsExactly(new Supply(1, SupplyKind.WASTE, null, "Waste box", Level.measured(10)));
        }

        @Test
        void aboveTheirCapacityAreUnknownAndAFault() {
            var reading = printer().toner(1, "Black", 100, 120).read();

            assertThat(reading.supplies()).extracting(Supply::level).containsExactly(Level.UNKNOWN);
            assertThat(reading.faults()).contains("says supply 1 holds 120 of 100");
        }

        @Test
        void withMissingColumnsAreStillThere() {
            var reading = printer().number("1.3.6.1.2.1.43.11.1.1.9.1.4", 50).read();

            assertThat(reading.supplies()).containsExactly(new Supply(4, SupplyKind.OTHER, null, "", Level.UNKNOWN));
        }

        @Test
        void ofAWrongTypeAreUnknown() {
            var reading = printer()
                    .toner(1, "Black", 100, 50)
                    .text("1.3.6.1.2.1.43.11.1.1.9.1.1", "OK")
                    .put("1.3.6.1.2.1.43.11.1.1.6.1.1", new IpAddress("10.0.0.1"))
                    .read();

            assertThat(reading.supplies()).containsExactly(new Supply(1, SupplyKind.TONER, BLACK, "", Level.UNKNOWN));
        }

        @Test
        void withoutATypeAreWhatTheirDescriptionSays() {
            var reading = printer()
                    .supply(1, 0, 3, 2, "Schwarztoner", 100, 50)
                    .supply(2, 0, 3, 1, "Tinta ciano", 100, 50)
                    .supply(3, 0, 3, 1, "Resttonerbehälter", 100, 50)
                    .supply(4, 0, 3, 1, "Trommel", 100, 50)
                    .supply(5, 0, 3, 1, "Thing", 100, 50)
                    .read();

            assertThat(reading.supplies())
                    .extracting(Supply::kind)
                    .containsExactly(
                            SupplyKind.TONER, SupplyKind.INK, SupplyKind.WASTE, SupplyKind.DRUM, SupplyKind.OTHER);
            assertThat(reading.supplies()).extracting(Supply::colour).startsWith(BLACK, CYAN);
        }

        /** The standard has five words for it that are no figure; each stays what it is. */
        @Test
        void ofAReceptacleKeepTheirWordsToo() {
            var reading = printer()
                    .supply(1, 0, 4, 4, "A", 100, -3)
                    .supply(2, 0, 4, 4, "B", 100, -2)
                    .supply(3, 0, 4, 4, "C", -1, -1)
                    .supply(4, 0, 4, 4, "D", 0, 50)
                    .supply(5, 0, 4, 4, "E", 100, 120)
                    .read();

            assertThat(reading.supplies())
                    .extracting(Supply::level)
                    .containsExactly(Level.SOME_LEFT, Level.UNKNOWN, Level.UNRESTRICTED, Level.UNKNOWN, Level.UNKNOWN);
        }

        @Test
        void areOfManyKinds() {
            var reading = printer()
                    .supply(1, 0, 3, 9, "Drum", 100, 50)
                    .supply(2, 0, 3, 15, "Fuser", 100, 50)
                    .supply(3, 0, 3, 20, "Belt", 100, 50)
                    .supply(4, 0, 3, 32, "Staples", 100, 50)
                    .supply(5, 0, 3, 4, "Waste toner", 100, 50)
                    .supply(6, 0, 3, 99, "Thing", 100, 50)
                    .supply(7, 0, 3, -5, "Thing", 100, 50)
                    .read();

            assertThat(reading.supplies())
                    .extracting(Supply::kind)
                    .containsExactly(
                            SupplyKind.DRUM,
                            SupplyKind.FUSER,
                            SupplyKind.TRANSFER,
                            SupplyKind.STAPLES,
                            SupplyKind.WASTE,
                            SupplyKind.OTHER,
                            SupplyKind.OTHER);
        }
    }

    @Nested
    class AlertTable {

        @Test
        void namesTheLowColourByTheSupplysRow() {
            var reading = printer()
                    .toner(1, "Black", -2, -3)
                    .toner(2, "Cyan", -2, -3)
                    .alert(1, 4, 11, 2, 1104, "Tonervoorraad laag")
                    .read();

            assertThat(reading.low()).containsExactly(CYAN);
            assertThat(reading.empty()).isEmpty();
            assertThat(reading.alerts()).containsExactly("Tonervoorraad laag (Cyan)");
        }

        @Test
        void tellsEmptyApart() {
            var reading = printer()
                    .toner(1, "Black", -2, -3)
                    .alert(1, 3, 11, 1, 1101, "")
                    .read();

            assertThat(reading.empty()).containsExactly(BLACK);
            assertThat(reading.alerts()).containsExactly("toner empty (Black)");
        }

        @Test
        void chatterAndHarmlessStatesAreNoAlerts() {
            var reading = printer()
                    .alert(1, 1, 1, 0, 1, "Idle")
                    .alert(2, 4, 5, 1, 503, "Powered up")
                    .alert(3, 0, 0, 0, 0, "Sleep")
                    .read();

            assertThat(reading.alerts()).isEmpty();
        }

        @Test
        void aFullReceptacleIsAnAlertUnlessThePrinterSaysSo() {
            var silent = printer().supply(1, 0, 4, 4, "Waste box", 100, 0);
            var speaking = printer().supply(1, 0, 4, 4, "Waste box", 100, 0).alert(1, 3, 11, 1, 1109, "Afvalbak vol");

            assertThat(silent.read().alerts()).containsExactly("full: Waste box");
            assertThat(speaking.read().alerts()).containsExactly("Afvalbak vol (Waste box)");
        }

        @Test
        void everyErrorBitHasItsWord() {
            var all = printer()
                    .put("1.3.6.1.2.1.25.3.5.1.2.1", new OctetString(new byte[] {(byte) 0xff, (byte) 0xff}))
                    .read();
            var first = printer()
                    .put("1.3.6.1.2.1.25.3.5.1.2.1", new OctetString(new byte[] {(byte) 0x80}))
                    .read();

            assertThat(all.alerts()).hasSize(15).startsWith("LOW_PAPER").endsWith("OVERDUE_PREVENTIVE_MAINTENANCE");
            assertThat(first.alerts()).containsExactly("LOW_PAPER");
        }

        @Test
        void errorBitsCountForTheOnlyCartridge() {
            var bits = new OctetString(new byte[] {0x20});
            var mono = printer()
                    .toner(1, "Black", -2, -2)
                    .put("1.3.6.1.2.1.25.3.5.1.2.1", bits)
                    .read();
            var colour = printer()
                    .toner(1, "Black", -2, -2)
                    .toner(2, "Cyan", -2, -2)
                    .put("1.3.6.1.2.1.25.3.5.1.2.1", bits)
                    .read();

            assertThat(mono.low()).containsExactly(BLACK);
            assertThat(colour.low()).isEmpty();
            assertThat(colour.alerts()).containsExactly("LOW_TONER");
        }
    }

    @Nested
    class MakersCounters {

        @Test
        void kyoceraAddsTwoSumsAndSplitsByColourMode() {
            var reading = Answers.of("1347.41")
                    .vendor("1347.42.2.5.1.1.1.1", 900)
                    .vendor("1347.42.2.5.1.1.2.1", 60)
                    .vendor("1347.42.3.1.2.1.1.1.1", 500)
                    .vendor("1347.42.3.1.2.1.1.1.3", 400)
                    .vendor("1347.42.3.1.2.1.1.2.1", 60)
                    .read();

            assertThat(reading.lifeCount()).isEqualTo(1000);
            assertThat(reading.counters()).isEqualTo(new Counters(960L, 400L, 560L));
        }

        @Test
        void aSplitThatDoesNotAddUpIsNotTaken() {
            var reading = Answers.of("253.8.62.1")
                    .vendor("253.8.53.13.2.1.6.1.20.1", 1000)
                    .vendor("253.8.53.13.2.1.6.1.20.33", 700)
                    .vendor("253.8.53.13.2.1.6.1.20.34", 700)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1000L, null, null));
        }

        @Test
        void xerox() {
            var reading = Answers.of("253.8.62.1")
                    .vendor("253.8.53.13.2.1.6.1.20.1", 1010)
                    .vendor("253.8.53.13.2.1.6.1.20.33", 310)
                    .vendor("253.8.53.13.2.1.6.1.20.34", 700)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1010L, 310L, 700L));
        }

        @Test
        void hp() {
            var reading = Answers.of("11.2.3.9.1")
                    .vendor("11.2.3.9.4.2.1.4.1.2.5.0", 1000)
                    .vendor("11.2.3.9.4.2.1.4.1.2.7.0", 250)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1000L, 250L, 750L));
        }

        @Test
        void hpsOwnTotalWhereTheStandardCountsSomethingElse() {
            var reading = Answers.of("11.2.3.9.1")
                    .vendor("11.2.3.9.4.2.1.4.1.2.5.0", 1300)
                    .read();

            assertThat(reading.lifeCount()).isEqualTo(1000);
            assertThat(reading.counters().total()).isEqualTo(1300);
        }

        @Test
        void konicaMinolta() {
            var reading = Answers.of("18334.1.2")
                    .vendor("18334.1.1.1.5.7.2.1.1.0", 1000)
                    .vendor("18334.1.1.1.5.7.2.2.1.5.1.1", 100)
                    .vendor("18334.1.1.1.5.7.2.2.1.5.1.2", 400)
                    .vendor("18334.1.1.1.5.7.2.2.1.5.2.1", 200)
                    .vendor("18334.1.1.1.5.7.2.2.1.5.2.2", 300)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1000L, 500L, 500L));
        }

        @Test
        void ricohByTheNamesOfItsRows() {
            var names = "1.3.6.1.4.1.367.3.2.1.2.19.5.1.5.";
            var reading = Answers.of("367.1.1")
                    .text(names + "1", "Counter: Machine Total")
                    .vendor("367.3.2.1.2.19.5.1.9.1", 1000)
                    .text(names + "2", "Counter:Copy:Black & White")
                    .vendor("367.3.2.1.2.19.5.1.9.2", 300)
                    .text(names + "3", "Counter:Print:Full Color")
                    .vendor("367.3.2.1.2.19.5.1.9.3", 700)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1000L, 700L, 300L));
        }

        @Test
        void ricohsRealTonerReplacesSomeLeft() {
            var reading = Answers.of("367.1.1")
                    .toner(1, "Black Toner", -2, -3)
                    .toner(2, "Cyan Toner", -2, -3)
                    .text("1.3.6.1.4.1.367.3.2.1.2.24.1.1.3.1", "Black Toner")
                    .number("1.3.6.1.4.1.367.3.2.1.2.24.1.1.5.1", 40)
                    .text("1.3.6.1.4.1.367.3.2.1.2.24.1.1.3.2", "Cyan Toner")
                    .number("1.3.6.1.4.1.367.3.2.1.2.24.1.1.5.2", -100)
                    .read();

            assertThat(reading.supplies())
                    .extracting(Supply::level)
                    .containsExactly(Level.measured(40), Level.SOME_LEFT);
        }

        @Test
        void canon() {
            var reading = Answers.of("1602.4.7")
                    .vendor("1602.1.11.1.3.1.4.101", 1000)
                    .vendor("1602.1.11.1.3.1.4.113", 600)
                    .vendor("1602.1.11.1.3.1.4.123", 400)
                    .vendor("1602.1.11.1.3.1.4.501", 77)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(1000L, 400L, 600L));
        }
    }

    @Nested
    class CanonByNames {

        @Test
        void inTheTableOfNames() {
            var names = "1.3.6.1.4.1.1602.1.11.2.1.1.2.";
            var values = "1602.1.11.2.1.1.3.";
            var reading = Answers.of("1602.4.7")
                    .text(names + "1", "Total 1")
                    .vendor(values + "1", 900)
                    .text(names + "2", "Total (Black/Large)")
                    .vendor(values + "2", 100)
                    .text(names + "3", "Total (Black/Small)")
                    .vendor(values + "3", 500)
                    .text(names + "4", "Total (Full Color/Small)")
                    .vendor(values + "4", 300)
                    .read();

            assertThat(reading.counters()).isEqualTo(new Counters(900L, 300L, 600L));
        }

        @Test
        void itsPrintTotalWhereThereIsNoOther() {
            var canon = Answers.of("1602.4.7")
                    .text("1.3.6.1.2.1.43.10.2.1.4.1.1", "many")
                    .vendor("1602.1.11.1.3.1.4.301", 700)
                    .vendor("1602.1.11.1.3.1.4.501", 80)
                    .read();

            assertThat(canon.counters().total()).isEqualTo(700);
        }
    }

    /** Whatever a printer answers, it is read without an exception and nothing impossible is said. */
    @RepeatedTest(200)
    void nonsenseNeverBreaksTheReading(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var prefixes = new String[] {
            "1.3.6.1.2.1.1", "1.3.6.1.2.1.25.3.2.1.2", "1.3.6.1.2.1.25.3.2.1.3", "1.3.6.1.2.1.25.3.5.1.2",
            "1.3.6.1.2.1.43.5.1.1.2", "1.3.6.1.2.1.43.5.1.1.17", "1.3.6.1.2.1.43.7.1.1.4", "1.3.6.1.2.1.43.10.2.1.3",
            "1.3.6.1.2.1.43.10.2.1.4", "1.3.6.1.2.1.43.11.1.1", "1.3.6.1.2.1.43.12.1.1.4", "1.3.6.1.2.1.43.18.1.1",
            "1.3.6.1.4.1.1347.42.3.1.2.1.1", "1.3.6.1.4.1.367.3.2.1.2.24.1.1"
        };
        var answer = new MibAnswer();
        for (int i = 0; i < 300; i++) {
            var oid = new OID(prefixes[random.nextInt(prefixes.length)]);
            for (int length = random.nextInt(5); length > 0; length--) {
                oid.append(random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(12));
            }
            answer.put(oid, nonsense(random));
        }
        answer.put(
                new OID("1.3.6.1.2.1.1.2.0"),
                new OID("1.3.6.1.4.1." + new int[] {1347, 367, 11, 1602, 253, 18334}[random.nextInt(6)] + ".1"));

        var reading = PrinterMib.interpret(answer);

        assertThat(reading.supplies()).allSatisfy(supply -> {
            var percent = supply.level().percent();
            assertThat(percent == null || (percent >= 0 && percent <= 100)).isTrue();
        });
        assertThat(reading.alerts()).hasSizeLessThanOrEqualTo(20);
    }

    private static Variable nonsense(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Integer32(random.nextInt());
            case 1 -> new Integer32(random.nextInt(120) - 5);
            case 2 -> new Gauge32(random.nextLong(1L << 32));
            case 3 -> new Counter64(random.nextLong());
            case 4 -> new OID(new int[] {random.nextInt(), random.nextInt()});
            case 5 -> Null.instance;
            case 6 -> new TimeTicks(random.nextLong(1L << 32));
            default -> {
                var bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield new OctetString(bytes);
            }
        };
    }
}

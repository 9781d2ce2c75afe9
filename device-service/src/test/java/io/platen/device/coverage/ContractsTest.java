package io.platen.device.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.id.AccountId;
import io.platen.device.coverage.ContractFacts.Swap;
import io.platen.device.machine.Coverage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final AccountId HOLDER = AccountId.random();
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate END = LocalDate.parse("2026-12-31");

    @Test
    void aContractCoversFromItsFirstDayToItsLast() {
        var contracts = only(contract("CT-1", null, true));
        var covered = new Coverage("CT-1", END, true, true);

        assertThat(contracts.coverage(HOLDER, START.minusDays(1))).isEqualTo(Coverage.NONE);
        assertThat(contracts.coverage(HOLDER, START)).isEqualTo(covered);
        assertThat(contracts.coverage(HOLDER, END)).isEqualTo(covered);
        assertThat(contracts.coverage(HOLDER, END.plusDays(1))).isEqualTo(Coverage.NONE);
    }

    @Test
    void aContractThatEndedEarlyCoversUntilThatDay() {
        var ended = LocalDate.parse("2026-06-30");
        var contracts = only(contract("CT-1", ended, true));

        assertThat(contracts.coverage(HOLDER, ended)).isEqualTo(new Coverage("CT-1", ended, true, true));
        assertThat(contracts.coverage(HOLDER, ended.plusDays(1))).isEqualTo(Coverage.NONE);
    }

    @Test
    void anEndBehindTheAgreedOneLengthensNothing() {
        assertThat(only(contract("CT-1", END.plusDays(10), true)).coverage(HOLDER, END.plusDays(1)))
                .isEqualTo(Coverage.NONE);
    }

    @Test
    void theContractOfAnotherAccountIsNoneOfItsBusiness() {
        var contracts = only(contract("CT-1", null, true));

        assertThat(contracts.coverage(AccountId.random(), START)).isEqualTo(Coverage.NONE);
        assertThat(contracts.coverage(null, START)).isEqualTo(Coverage.NONE);
    }

    @Test
    void aDeviceComesInTheDayItReplacesAnother() {
        var swap = LocalDate.parse("2026-05-01");
        var contracts = only(contract("CT-1", null, false, new Swap(swap, true, 3)));

        assertThat(contracts.coverage(HOLDER, swap.minusDays(1))).isEqualTo(Coverage.NONE);
        assertThat(contracts.coverage(HOLDER, swap).contractNumber()).isEqualTo("CT-1");
    }

    @Test
    void aDeviceIsOutTheDayItIsReplacedAndMayComeBack() {
        var out = LocalDate.parse("2026-05-01");
        var back = LocalDate.parse("2026-07-01");
        var contracts = only(contract("CT-1", null, true, new Swap(back, true, 4), new Swap(out, false, 3)));

        assertThat(contracts.coverage(HOLDER, out.minusDays(1)).contractNumber())
                .isEqualTo("CT-1");
        assertThat(contracts.coverage(HOLDER, out)).isEqualTo(Coverage.NONE);
        assertThat(contracts.coverage(HOLDER, back).contractNumber()).isEqualTo("CT-1");
    }

    @Test
    void ofTwoSwapsOnOneDayTheLaterCounts() {
        var day = LocalDate.parse("2026-05-01");

        assertThat(only(contract("CT-1", null, false, new Swap(day, false, 4), new Swap(day, true, 3)))
                        .coverage(HOLDER, day))
                .isEqualTo(Coverage.NONE);
        assertThat(only(contract("CT-1", null, false, new Swap(day, false, 3), new Swap(day, true, 4)))
                        .coverage(HOLDER, day)
                        .contractNumber())
                .isEqualTo("CT-1");
    }

    @Test
    void maintenanceAndSuppliesMayComeFromTwoContracts() {
        var maintenance = contract("CT-1", START, END, true, false);
        var supplies = contract("CT-2", START, END.plusYears(1), false, true);

        assertThat(new Contracts(List.of(supplies, maintenance)).coverage(HOLDER, START))
                .isEqualTo(new Coverage("CT-1", END, true, true));
        assertThat(new Contracts(List.of(maintenance)).coverage(HOLDER, START))
                .isEqualTo(new Coverage("CT-1", END, true, false));
        assertThat(new Contracts(List.of(supplies)).coverage(HOLDER, START))
                .isEqualTo(new Coverage("CT-2", END.plusYears(1), false, true));
    }

    @Test
    void ofTwoLikeContractsTheLongerSpeaksAndThenTheNumber() {
        var shorter = contract("CT-3", START, END, true, true);
        var longer = contract("CT-1", START, END.plusDays(1), true, true);

        assertThat(new Contracts(List.of(longer, shorter))
                        .coverage(HOLDER, START)
                        .contractNumber())
                .isEqualTo("CT-1");
        assertThat(new Contracts(List.of(contract("CT-2", START, END, true, true), shorter))
                        .coverage(HOLDER, START)
                        .contractNumber())
                .isEqualTo("CT-3");
        assertThat(new Contracts(List.of(shorter, contract("CT-2", START, END, true, true)))
                        .coverage(HOLDER, START)
                        .contractNumber())
                .isEqualTo("CT-3");
    }

    @Test
    void theNextDayToLookIsTheFirstOnWhichSomethingMayChange() {
        var swap = LocalDate.parse("2026-05-01");
        var contracts = only(contract("CT-1", null, true, new Swap(swap, false, 3)));

        assertThat(contracts.nextChange(START.minusDays(1))).contains(START);
        assertThat(contracts.nextChange(START)).contains(swap);
        assertThat(contracts.nextChange(swap)).contains(END.plusDays(1));
        assertThat(contracts.nextChange(END.plusDays(1))).isEmpty();
        assertThat(only(contract("CT-1", swap, true)).nextChange(START)).contains(swap.plusDays(1));
    }

    @Test
    void theNextDayToLookIsThatOfTheFirstContract() {
        var later = contract("CT-2", END.plusDays(1), END.plusYears(1), true, true);

        assertThat(new Contracts(List.of(later, contract("CT-1", null, true))).nextChange(START.minusDays(1)))
                .contains(START);
        assertThat(new Contracts(List.of()).nextChange(START)).isEmpty();
        assertThat(new Contracts(List.of()).coverage(HOLDER, START)).isEqualTo(Coverage.NONE);
    }

    private static Contracts only(ContractFacts contract) {
        return new Contracts(List.of(contract));
    }

    private static ContractFacts contract(String number, @Nullable LocalDate endedOn, boolean named, Swap... swaps) {
        return new ContractFacts(number, HOLDER, START, END, endedOn, true, true, named, List.of(swaps));
    }

    private static ContractFacts contract(
            String number, LocalDate start, LocalDate end, boolean maintenance, boolean supplies) {
        return new ContractFacts(number, HOLDER, start, end, null, maintenance, supplies, true, List.of());
    }
}

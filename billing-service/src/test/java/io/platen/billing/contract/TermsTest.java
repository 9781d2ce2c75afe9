package io.platen.billing.contract;

import static io.platen.billing.contract.ContractFixture.ACCOUNT;
import static io.platen.billing.contract.ContractFixture.ONE;
import static io.platen.billing.contract.ContractFixture.TWO;
import static io.platen.billing.contract.ContractFixture.euro;
import static io.platen.billing.contract.ContractFixture.period;
import static io.platen.billing.contract.ContractFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void devicesAreNamedOnceAndInOneOrder() {
        assertThat(terms().devices()).containsExactly(ONE, TWO);
        assertThat(of(List.of(TWO, ONE, TWO), period("2026-01-01", "2026-01-02"))
                        .devices())
                .containsExactly(ONE, TWO);
    }

    @Test
    void aRateHasSixDecimals() {
        assertThat(terms(Map.of(Counter.TOTAL, euro("0.0125")), Map.of()).rates())
                .containsEntry(Counter.TOTAL, euro("0.012500"));
        assertThat(terms(Map.of(Counter.TOTAL, euro("0")), Map.of()).rates())
                .containsEntry(Counter.TOTAL, euro("0.000000"));
        assertThatThrownBy(() -> terms(Map.of(Counter.TOTAL, euro("0.0000001")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aContractStartsBeforeItEnds() {
        assertThatThrownBy(() -> of(List.of(ONE), period("2026-01-01", "2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> period("2026-01-02", "2026-01-01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> of(List.of(), period("2026-01-01", "2026-01-02")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Map.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Map.of(Counter.TOTAL, euro("-0.01")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        terms(Map.of(Counter.TOTAL, euro("0.01"), Counter.COLOUR, new Amount("GBP", "0.01")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Map.of(Counter.TOTAL, euro("0.01")), Map.of(Counter.COLOUR, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(Map.of(Counter.TOTAL, euro("0.01")), Map.of(Counter.TOTAL, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Terms of(List<DeviceId> devices, Period term) {
        return new Terms("C-1", ACCOUNT, devices, term, true, true, Map.of(Counter.TOTAL, euro("0.01")), Map.of());
    }
}

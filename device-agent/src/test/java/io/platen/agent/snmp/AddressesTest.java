package io.platen.agent.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "printer.example, printer.example, 161",
        "10.0.0.7:1161, 10.0.0.7, 1161",
        "[fe80::1]:1161, fe80::1, 1161",
        "fe80::1, fe80::1, 161",
        "[::1], ::1, 161"
    })
    void anAddressMayOmitItsPort(String text, String host, int port) {
        assertThat(PrinterAddress.parse(text)).isEqualTo(new PrinterAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:", "host:x", "host:0", "host:65536", "[::1"})
    void nonsenseIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PrinterAddress.parse(text));
    }

    @Test
    void aNetworkHasNeitherItsFirstNorItsLastAddress() {
        assertThat(AddressRange.parse("192.168.7.9/29").addresses())
                .extracting(PrinterAddress::toString)
                .containsExactly(
                        "192.168.7.9:161",
                        "192.168.7.10:161",
                        "192.168.7.11:161",
                        "192.168.7.12:161",
                        "192.168.7.13:161",
                        "192.168.7.14:161");
    }

    @Test
    void aRangeRunsFromOneAddressToAnother() {
        assertThat(AddressRange.parse("10.0.0.254-10.0.1.1:1161").addresses())
                .extracting(PrinterAddress::toString)
                .containsExactly("10.0.0.254:1161", "10.0.0.255:1161", "10.0.1.0:1161", "10.0.1.1:1161");
        assertThat(AddressRange.parse("10.0.0.5/32").addresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "10.0.0.0/33",
                "10.0.0.9-10.0.0.1",
                "printer/24",
                "10.0.0.0-10.9.0.0",
                "300.1.1.1",
                ""
            })
    void aRangeThatIsNoneOrTooLargeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }
}

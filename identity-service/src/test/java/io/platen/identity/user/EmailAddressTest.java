package io.platen.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.platform.problem.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void caseAndSpacesAroundDoNotMatter() {
        assertThat(EmailAddress.normalised(" Anna@VanDijk.example ")).isEqualTo("anna@vandijk.example");
        assertThat(EmailAddress.lenient(" Anna@VanDijk.example ")).contains("anna@vandijk.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b@vandijk.example", "a\u0007b@vandijk.example", "a\ud800b@vandijk.example"})
    void whatIsNoTextIsNoAddress(String address) {
        assertThatThrownBy(() -> EmailAddress.normalised(address))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("EMAIL_INVALID");
        assertThat(EmailAddress.lenient(address)).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsNobodysAndIsNotCutInTheMiddleOfACharacter() {
        assertThat(EmailAddress.lenient("a".repeat(253) + "\ud83d\ude00")).isEmpty();
        assertThat(EmailAddress.lenient("a".repeat(254))).isPresent();
    }
}

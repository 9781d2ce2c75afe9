package io.platen.supply.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.supply.SupplyProblem;
import io.platen.supply.autotoner.ContactChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SUP-56, D-20, D-21: what can be printed on a label. */
class AutoTonerRequestTest {

    @Test
    void twentyCharactersOfAnyKindFitOnTheAttentionLine() {
        var twenty = "🖨️ 2e verdieping Zoë";
        assertThat(twenty.codePointCount(0, twenty.length())).isEqualTo(20);

        assertThat(attention("  " + twenty + " ").checked().label().attention()).isEqualTo(twenty);
    }

    @Test
    void oneMoreIsTooLong() {
        var refused = refusalOf(attention("x".repeat(21)));

        assertThat(refused.code()).isEqualTo(SupplyProblem.ATTENTION_TOO_LONG);
        assertThat(refused.members()).containsEntry("max", 20);
        assertThat(refused.fields()).extracting(Rejected.FieldError::field).containsExactly("attention");
    }

    @Test
    void nameStreetAndCityHaveThirtyFive() {
        var fits = "é".repeat(35);
        assertThat(new AutoTonerRequest(null, fits, fits, null, fits, null)
                        .checked()
                        .label()
                        .street())
                .isEqualTo(fits);
        var tooLong = fits + "é";

        var refused = refusalOf(new AutoTonerRequest(null, tooLong, tooLong, null, tooLong, null));

        assertThat(refused.code()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(refused.fields()).extracting(Rejected.FieldError::field).containsExactly("name", "street", "city");
        assertThat(refused.fields()).extracting(Rejected.FieldError::code).containsOnly(FieldProblem.TOO_LONG);
    }

    @Test
    void aContactIsAPersonWhoCanBeReached() {
        assertThat(contact(" Anna ", "Jansen", "+31 (40) 123-45.67", "anna@example.org")
                        .checked()
                        .contact())
                .isEqualTo(new ContactChange("Anna", "Jansen", "+31 (40) 123-45.67", "anna@example.org"));
        assertThat(attention("Anna").checked().contact()).isEqualTo(ContactChange.NONE);

        var refused = refusalOf(contact("x".repeat(51), "a\nb", "call me", "anna.example.org"));
        assertThat(refused.code()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(refused.fields())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly(
                        "contact.firstName TOO_LONG",
                        "contact.lastName INVALID_FORMAT",
                        "contact.phone INVALID_FORMAT",
                        "contact.email INVALID_FORMAT");
        assertThat(refusalOf(contact(" ", null, "1".repeat(31), "")).fields())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("contact.firstName REQUIRED", "contact.phone TOO_LONG", "contact.email REQUIRED");
    }

    private static AutoTonerRequest contact(
            @Nullable String first, @Nullable String last, @Nullable String phone, @Nullable String email) {
        return new AutoTonerRequest(
                null, null, null, null, null, null, new AutoTonerRequest.ContactRequest(first, last, phone, email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingIsCleared(String blank) {
        assertThat(refusalOf(attention(blank)).fields())
                .extracting(Rejected.FieldError::code)
                .containsExactly(FieldProblem.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\u0000b", "half \ud83d"})
    void whatCannotBePrintedIsRefused(String text) {
        assertThat(refusalOf(attention(text)).fields())
                .extracting(Rejected.FieldError::code)
                .containsExactly(FieldProblem.INVALID_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nl", "XX", "NLD"})
    void aCountryIsOneThatExists(String country) {
        assertThat(refusalOf(new AutoTonerRequest(null, null, null, null, null, country))
                        .fields())
                .extracting(Rejected.FieldError::code)
                .containsExactly(FieldProblem.INVALID_VALUE);
    }

    private static AutoTonerRequest attention(@Nullable String attention) {
        return new AutoTonerRequest(attention, null, null, null, null, null);
    }

    private static Rejected refusalOf(AutoTonerRequest request) {
        return catchThrowableOfType(Rejected.class, request::checked);
    }
}

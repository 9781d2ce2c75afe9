package io.platen.contracts.access;

import static io.platen.contracts.access.Function.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, 25, 25",
        "DEVICE_MANAGER, 14, 20",
        "STOCK_MANAGER, 12, 17",
        "DEVICE_STOCK_MANAGER, 16, 21",
        "KNOWLEDGE_USER, 2, 2"
    })
    void aRoleHoldsAsManyFunctionsAsTheTableSays(CustomerRole role, int byDefault, int ceiling) {
        assertThat(PermissionMatrix.defaults(role)).hasSize(byDefault);
        assertThat(PermissionMatrix.ceiling(role)).hasSize(ceiling);
    }

    @ParameterizedTest
    @EnumSource(CustomerRole.class)
    void payingAndManagingUsersLieInTheAdministratorsCeilingOnly(CustomerRole role) {
        var administrator = role == CustomerRole.ADMINISTRATOR;

        assertThat(PermissionMatrix.ceiling(role).contains(INVOICE_PAY)).isEqualTo(administrator);
        assertThat(PermissionMatrix.ceiling(role).contains(USER_MANAGE)).isEqualTo(administrator);
    }

    @Test
    void aDeviceManagerGetsAutoTonerOnlyFromTheWebAdministrator() {
        assertThat(PermissionMatrix.of(CustomerRole.DEVICE_MANAGER, AUTO_TONER_EDIT)
                        .grantor())
                .isEqualTo(Grantor.WEB_ADMINISTRATOR);
    }

    @Test
    void aDeviceStockManagerIsTheUnionAndNothingMore() {
        var union = new java.util.HashSet<>(PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER));
        union.addAll(PermissionMatrix.defaults(CustomerRole.STOCK_MANAGER));

        assertThat(PermissionMatrix.defaults(CustomerRole.DEVICE_STOCK_MANAGER)).isEqualTo(union);
    }

    @Test
    void theEffectiveFunctionsAreCutToTheCeiling() {
        var effective =
                PermissionMatrix.effective(CustomerRole.KNOWLEDGE_USER, Set.of(INVOICE_PAY, DEVICE_VIEW), Set.of());

        assertThat(effective).containsExactlyInAnyOrder(SELF_PROFILE, KNOWLEDGE_VIEW);
    }

    @Test
    void revokedBeatsGranted() {
        assertThat(PermissionMatrix.effective(CustomerRole.ADMINISTRATOR, Set.of(INVOICE_PAY), Set.of(INVOICE_PAY)))
                .doesNotContain(INVOICE_PAY);
    }

    @Test
    void anEngineerSeesOnlyWhatWasHandedToHim() {
        assertThat(PermissionMatrix.of(StaffRole.SERVICE_ENGINEER, DEVICE_VIEW).scopes())
                .containsExactly(Scope.HANDED_OVER);
    }
}

package io.platen.contracts.access;

import static io.platen.contracts.access.Function.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionMatrixTest {

    /** A plus stands for what has to be granted, with who grants it. */
    private static final Path TABLE = Path.of("src/test/resources/permission-matrix.csv");

    @Test
    void everyFieldIsWhatTheTableSays() throws IOException {
        var found = new ArrayList<String>();
        var roles = Stream.concat(Arrays.stream(CustomerRole.values()), Arrays.stream(StaffRole.values()));
        found.add("function," + roles.map(Enum::name).collect(Collectors.joining(",")));
        for (var function : Function.values()) {
            var customers = Arrays.stream(CustomerRole.values()).map(role -> PermissionMatrix.of(role, function));
            var staff = Arrays.stream(StaffRole.values()).map(role -> PermissionMatrix.of(role, function));
            found.add(function + ","
                    + Stream.concat(customers, staff)
                            .map(PermissionMatrixTest::field)
                            .collect(Collectors.joining(",")));
        }

        assertThat(found).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    private static String field(PermissionMatrix.Permission permission) {
        var byDefault = letters(permission.byDefault());
        var byGrant = letters(permission.byGrant());
        if (permission.with() != null) {
            byGrant += " with " + permission.with();
        } else if (!byGrant.isEmpty()) {
            byGrant += "+" + permission.grantor();
        }
        var field = (byDefault + " " + byGrant).strip();
        return field.isEmpty() ? "-" : field;
    }

    private static String letters(Set<Scope> scopes) {
        return Arrays.stream(Scope.values())
                .filter(scopes::contains)
                .map(scope -> switch (scope) {
                    case OWN -> "O";
                    case ASSIGNED_DEVICES -> "D";
                    case REPLENISHED_DEVICES -> "S";
                    case ACCOUNT -> "A";
                    case HANDED_OVER -> "P";
                    case REGION -> "R";
                    case ALL -> "All";
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoGetsToSeeInvoicesMayDisputeThemAndNobodyElse() {
        var role = CustomerRole.DEVICE_MANAGER;

        assertThat(PermissionMatrix.effective(role, Set.of(INVOICE_VIEW), Set.of()))
                .contains(INVOICE_DISPUTE);
        assertThat(PermissionMatrix.effective(role, Set.of(INVOICE_DISPUTE), Set.of()))
                .doesNotContain(INVOICE_DISPUTE);
        assertThat(PermissionMatrix.effective(role, Set.of(INVOICE_VIEW), Set.of(INVOICE_DISPUTE)))
                .doesNotContain(INVOICE_DISPUTE);
        assertThat(PermissionMatrix.effective(role, Set.of(INVOICE_VIEW, INVOICE_DISPUTE), Set.of(INVOICE_VIEW)))
                .doesNotContain(INVOICE_DISPUTE);
        assertThat(PermissionMatrix.effective(CustomerRole.KNOWLEDGE_USER, Set.of(INVOICE_VIEW), Set.of()))
                .doesNotContain(INVOICE_DISPUTE);
    }

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

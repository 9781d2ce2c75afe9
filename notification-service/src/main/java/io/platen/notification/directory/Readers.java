package io.platen.notification.directory;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.notification.delivery.FailureReason;
import io.platen.notification.directory.Readership.May;
import io.platen.notification.directory.Readership.MayNot;
import io.platen.notification.directory.Readership.NotYetKnown;
import io.platen.notification.notice.Audience;
import io.platen.notification.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a person may read at the moment a message goes out: rights that have ended since end the message, a device that is
 * not his to see stays out of it (NOT-27).
 */
@Repository
public class Readers {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.forLanguageTag("pt"));

    private final JdbcClient jdbc;

    Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Readership find(
            UserId recipient, Audience audience, Notice notice, AccountId account, @Nullable DeviceId device) {
        return jdbc.sql("""
                        select p.email, p.display_name, p.language, p.active,
                               a.name as account_name, a.region,
                               r.role as customer_role, r.functions,
                               s.role as staff_role, s.regions,
                               d.model, d.serial_number,
                               exists (select from device_assignment x
                                       where x.device_id = d.device_id and x.account_id = a.account_id
                                         and x.user_id = p.user_id and x.assigned) as assigned
                        from person p
                        left join account a on a.account_id = :account
                        left join account_role r on r.user_id = p.user_id and r.account_id = a.account_id
                        left join staff_role s on s.user_id = p.user_id
                        left join device d on d.device_id = cast(:device as uuid)
                        where p.user_id = :recipient
                        """)
                .param("account", account.value())
                .param("device", device == null ? null : device.value())
                .param("recipient", recipient.value())
                .query((row, number) -> readership(row, audience, notice, device != null))
                .optional()
                .orElseGet(NotYetKnown::new);
    }

    private static Readership readership(ResultSet row, Audience audience, Notice notice, boolean aboutADevice)
            throws SQLException {
        if (!row.getBoolean("active")) {
            return new MayNot(FailureReason.RECIPIENT_DEACTIVATED);
        }
        var account = row.getString("account_name");
        var model = row.getString("model");
        if (account == null || (aboutADevice && model == null)) {
            return new NotYetKnown();
        }
        var own = audience == Audience.REQUESTER;
        var assigned = row.getBoolean("assigned");
        boolean permitted;
        boolean seesDevice;
        if (row.getString("customer_role") != null) {
            var role = CustomerRole.valueOf(row.getString("customer_role"));
            var functions = functions(row);
            permitted = reaches(role, functions, notice.needed(), own, assigned);
            seesDevice = reaches(role, functions, Function.DEVICE_VIEW, false, assigned);
        } else if (row.getString("staff_role") != null) {
            permitted = reaches(
                    StaffRole.valueOf(row.getString("staff_role")), notice.neededOfStaff(), regions(row), row, own);
            seesDevice = permitted;
        } else {
            return new NotYetKnown();
        }
        if (!permitted) {
            return new MayNot(FailureReason.NOT_PERMITTED);
        }
        return new May(new Reader(
                row.getString("email"),
                row.getString("display_name"),
                language(row.getString("language")),
                seesDevice && model != null ? model + ", " + row.getString("serial_number") : null,
                account,
                row.getString("region")));
    }

    private static boolean reaches(
            CustomerRole role, Set<Function> functions, Function function, boolean own, boolean assigned) {
        var scopes = PermissionMatrix.of(role, function).scopes();
        return functions.contains(function)
                && (scopes.contains(Scope.ACCOUNT)
                        || (own && scopes.contains(Scope.OWN))
                        || (assigned
                                && (scopes.contains(Scope.ASSIGNED_DEVICES)
                                        || scopes.contains(Scope.REPLENISHED_DEVICES))));
    }

    private static boolean reaches(StaffRole role, Function function, List<String> regions, ResultSet row, boolean own)
            throws SQLException {
        var scopes = PermissionMatrix.of(role, function).scopes();
        return scopes.contains(Scope.ALL)
                || (own && scopes.contains(Scope.HANDED_OVER))
                || (scopes.contains(Scope.REGION) && (regions.isEmpty() || regions.contains(row.getString("region"))));
    }

    private static Set<Function> functions(ResultSet row) throws SQLException {
        return strings(row, "functions").stream().map(Function::valueOf).collect(Collectors.toSet());
    }

    private static List<String> regions(ResultSet row) throws SQLException {
        return strings(row, "regions");
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Locale language(String code) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}

package io.platen.identity.directory;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the current state; {@link DirectoryProjection} writes it. */
@Component
public class Directory {

    /** An account as its users know it. */
    public record AccountEntry(AccountId id, String name, String region) {}

    /** A person; only an active one may do anything. */
    public record Person(UserId id, String email, String name, String language, boolean active) {}

    /** What a person was given on an account beside the defaults of the role. */
    public record Right(AccountId account, CustomerRole role, Set<Function> granted, Set<Function> revoked) {}

    /** The vendor's side of a person. */
    public record Staff(StaffRole role, Set<String> regions) {}

    /** A device agent. */
    public record AgentEntry(AgentId id, AccountId account, String name) {}

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<AccountEntry> account(AccountId id) {
        return jdbc.sql("select name, region from account where id = ?")
                .param(id.value())
                .query((row, number) -> new AccountEntry(id, row.getString("name"), row.getString("region")))
                .optional();
    }

    public Optional<Person> person(UserId id) {
        return jdbc.sql("select * from person where id = ?")
                .param(id.value())
                .query((row, number) -> person(row))
                .optional();
    }

    /** @param email in lower case */
    public Optional<Person> personByEmail(String email) {
        return jdbc.sql("select * from person where email = ?")
                .param(email)
                .query((row, number) -> person(row))
                .optional();
    }

    public List<Right> rightsOf(UserId user) {
        return jdbc.sql("select * from person_right where person_id = ? order by account_id")
                .param(user.value())
                .query((row, number) -> new Right(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        CustomerRole.valueOf(row.getString("role")),
                        functions(row.getArray("granted")),
                        functions(row.getArray("revoked"))))
                .list();
    }

    public List<AccountId> accountsOf(UserId user) {
        return rightsOf(user).stream().map(Right::account).toList();
    }

    public Optional<Staff> staff(UserId user) {
        return jdbc.sql("select role, regions from person_staff where person_id = ?")
                .param(user.value())
                .query((row, number) -> new Staff(StaffRole.valueOf(row.getString("role")), Set.of((String[])
                        row.getArray("regions").getArray())))
                .optional();
    }

    public Optional<AgentEntry> agent(AgentId id) {
        return jdbc.sql("select account_id, name from agent where id = ?")
                .param(id.value())
                .query((row, number) -> new AgentEntry(
                        id, new AccountId(row.getObject("account_id", UUID.class)), row.getString("name")))
                .optional();
    }

    public boolean hasWebAdministrator() {
        return jdbc.sql("select exists (select from person_staff where role = 'WEB_ADMINISTRATOR')")
                .query(Boolean.class)
                .single();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getBoolean("active"));
    }

    private static Set<Function> functions(@Nullable Array names) throws SQLException {
        var functions = EnumSet.noneOf(Function.class);
        if (names != null) {
            Arrays.stream((String[]) names.getArray()).map(Function::valueOf).forEach(functions::add);
        }
        return functions;
    }
}

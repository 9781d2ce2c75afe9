package io.platen.ticket.directory;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.UserId;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of the vendor, their role and their regions, as identity-service tells. */
@Repository
public class StaffPeople {

    private final JdbcClient jdbc;

    StaffPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sequence of the event: what is older than the known one changes nothing */
    public void put(UserId user, StaffRole role, Set<String> regions, long sequence) {
        jdbc.sql("""
                        insert into staff_person as known (user_id, role, regions, sequence) values (?, ?, ?, ?)
                        on conflict (user_id) do update
                        set role = excluded.role, regions = excluded.regions, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param(user.value())
                .param(role.name())
                .param(regions.toArray(String[]::new))
                .param(sequence)
                .update();
    }

    public void deactivate(UserId user) {
        jdbc.sql("insert into deactivated_user (user_id) values (?) on conflict do nothing")
                .param(user.value())
                .update();
    }

    /** Whether the person is there, works in the region and has a role with that function. */
    public boolean canBeGiven(UserId user, Function function, String region) {
        var roles = Stream.of(StaffRole.values())
                .filter(role -> PermissionMatrix.functions(role).contains(function))
                .map(StaffRole::name)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select exists (
                            select from staff_person
                            where user_id = ? and role = any (?) and (cardinality(regions) = 0 or ? = any (regions))
                              and user_id not in (select user_id from deactivated_user))
                        """)
                .param(user.value())
                .param(roles)
                .param(region)
                .query(Boolean.class)
                .single();
    }
}

package io.platen.gateway.read;

import io.platen.contracts.access.StaffRole;
import io.platen.gateway.read.TicketShapes.StaffPerson;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works for the vendor, and where. */
@Repository
class StaffRows {

    private static final String SELECT = "select u.user_id, u.name, u.staff_regions from view_user u";
    private static final String BY_NAME = " order by u.name, u.user_id";

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the caller's regions who can be given something; no region means all, on both sides. */
    List<StaffPerson> of(StaffRole role, Caller caller) {
        var staff = caller.staff();
        if (staff == null) {
            return List.of();
        }
        var filter = new Filter();
        filter.and("u.active").and("u.staff_role = " + filter.with(role.name()));
        if (!staff.regions().isEmpty()) {
            filter.and(
                    "cardinality(u.staff_regions) = 0 or exists (select 1 from unnest(u.staff_regions) r where r in ("
                            + filter.with(List.copyOf(staff.regions())) + "))");
        }
        return filter.on(jdbc, SELECT + filter.where() + BY_NAME)
                .query(StaffRows::person)
                .list();
    }

    List<StaffPerson> named(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where u.user_id in (:people)" + BY_NAME)
                        .param("people", people)
                        .query(StaffRows::person)
                        .list();
    }

    private static StaffPerson person(ResultSet rows, int number) throws SQLException {
        var name = rows.getString("name");
        var regions = rows.getArray("staff_regions");
        return new StaffPerson(
                rows.getObject("user_id", UUID.class),
                name == null ? "" : name,
                regions == null ? List.of() : List.of((String[]) regions.getArray()));
    }
}

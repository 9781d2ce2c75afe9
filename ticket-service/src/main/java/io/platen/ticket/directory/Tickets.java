package io.platen.ticket.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.platform.access.DeviceScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All tickets, and the series of their references. */
@Repository
public class Tickets {

    /** The columns that a {@link DeviceScope} speaks of. */
    public static final String DEVICE = "t.device_id";

    public static final String ACCOUNT = "t.account_id";
    public static final String REGION = "t.region";

    /** @param inScope whether the condition holds for it */
    public record Found(KnownTicket ticket, boolean inScope) {}

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never the same again, even where the transaction fails. */
    public TicketReference nextReference() {
        return TicketReference.of(
                jdbc.sql("select nextval('ticket_reference')").query(Long.class).single());
    }

    public void add(KnownTicket ticket) {
        jdbc.sql("""
                        insert into ticket (reference, account_id, region, device_id, requester)
                        values (:reference, :account, :region, cast(:device as uuid), :requester)
                        """)
                .param("reference", ticket.reference().value())
                .param("account", ticket.accountId().value())
                .param("region", ticket.region())
                .param(
                        "device",
                        ticket.deviceId() == null ? null : ticket.deviceId().value())
                .param("requester", ticket.requester().value())
                .update();
    }

    public void assign(TicketReference ticket, UserId specialist) {
        jdbc.sql("update ticket set specialist = :user where reference = :reference")
                .param("user", specialist.value())
                .param("reference", ticket.value())
                .update();
    }

    public void dispatch(TicketReference ticket, UserId engineer) {
        jdbc.sql("update ticket set engineer = :user where reference = :reference")
                .param("user", engineer.value())
                .param("reference", ticket.value())
                .update();
    }

    /** @param scope over {@link #DEVICE}, {@link #ACCOUNT} and {@link #REGION} */
    public Optional<Found> find(TicketReference reference, DeviceScope scope) {
        return jdbc.sql("""
                        select reference, account_id, region, device_id, requester, specialist, engineer, %s as in_scope
                        from ticket t where reference = :reference
                        """.formatted(scope.condition()))
                .params(scope.params())
                .param("reference", reference.value())
                .query(Tickets::found)
                .optional();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var device = row.getObject("device_id", UUID.class);
        var ticket = new KnownTicket(
                new TicketReference(row.getString("reference")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("region"),
                device == null ? null : new DeviceId(device),
                new UserId(row.getObject("requester", UUID.class)),
                user(row, "specialist"),
                user(row, "engineer"));
        return new Found(ticket, row.getBoolean("in_scope"));
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var user = row.getObject(column, UUID.class);
        return user == null ? null : new UserId(user);
    }
}

package io.platen.ticket.directory;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.TicketReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tickets are asked when whether somebody has given them a priority. */
@Repository
public class TriageDeadlines {

    /** A ticket whose time is up. */
    public record Due(TicketReference ticket, AccountId account) {}

    private final JdbcClient jdbc;

    TriageDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(TicketReference ticket, AccountId account, Instant due) {
        jdbc.sql("insert into triage_deadline (reference, account_id, due_at) values (?, ?, ?)")
                .param(ticket.value())
                .param(account.value())
                .param(due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param after the last ticket of the batch before */
    public List<Due> reachedBy(Instant now, @Nullable TicketReference after, int limit) {
        return jdbc.sql("""
                        select reference, account_id from triage_deadline where due_at <= ? and reference > ?
                        order by reference limit ?
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(after == null ? "" : after.value())
                .param(limit)
                .query((row, number) -> new Due(
                        new TicketReference(row.getString("reference")),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .list();
    }

    public void move(TicketReference ticket, Instant due) {
        jdbc.sql("update triage_deadline set due_at = ? where reference = ?")
                .param(due.atOffset(ZoneOffset.UTC))
                .param(ticket.value())
                .update();
    }

    public void remove(TicketReference ticket) {
        jdbc.sql("delete from triage_deadline where reference = ?")
                .param(ticket.value())
                .update();
    }
}

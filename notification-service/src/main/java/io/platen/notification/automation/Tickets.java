package io.platen.notification.automation;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketOpened;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a ticket's later events leave out. */
@Repository
class Tickets {

    record Ticket(AccountId account, @Nullable DeviceId device, UserId requester, String subject) {}

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TicketOpened opened) {
        var device = opened.deviceId();
        jdbc.sql("""
                        insert into ticket (reference, account_id, device_id, requester, subject)
                        values (:reference, :account, cast(:device as uuid), :requester, :subject)
                        on conflict do nothing
                        """)
                .param("reference", opened.reference().value())
                .param("account", opened.accountId().value())
                .param("device", device == null ? null : device.value())
                .param("requester", opened.requester().value())
                .param("subject", opened.subject())
                .update();
    }

    Optional<Ticket> find(TicketReference reference) {
        return jdbc.sql("select account_id, device_id, requester, subject from ticket where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> {
                    var device = row.getObject("device_id", UUID.class);
                    return new Ticket(
                            new AccountId(row.getObject("account_id", UUID.class)),
                            device == null ? null : new DeviceId(device),
                            new UserId(row.getObject("requester", UUID.class)),
                            row.getString("subject"));
                })
                .optional();
    }
}

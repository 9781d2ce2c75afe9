package io.platen.platform.eventstore;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start on events whose transaction ids lie in this cluster's future: they come from a dump of another
 * cluster, and readers would not see them.
 */
public final class RestoredFromElsewhereCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    public RestoredFromElsewhereCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException with what to do about it */
    @Override
    public void afterSingletonsInstantiated() {
        var fromTheFuture = jdbc.sql("""
                        select transaction_id::text from domain_event
                        where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
                        order by transaction_id desc limit 1
                        """).query(String.class).optional();
        fromTheFuture.ifPresent(id -> {
            throw new IllegalStateException(
                    "The event store holds transaction id " + id + ", which this PostgreSQL cluster has not reached: it"
                            + " was restored from a dump of another cluster, and its events would be invisible. Stop"
                            + " every instance of this service, run \"select rebase_events()\" as the owner of the"
                            + " schema, and start again (docs/operations.md, 'After a restore').");
        });
    }
}

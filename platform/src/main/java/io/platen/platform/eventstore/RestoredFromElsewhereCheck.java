package io.platen.platform.eventstore;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start on rows whose transaction ids lie in this cluster's future: they come from a dump of another cluster,
 * and readers below the horizon would not see them.
 */
public final class RestoredFromElsewhereCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final String table;
    private final String holder;
    private final String remedy;

    /** Of the event store. */
    public RestoredFromElsewhereCheck(JdbcClient jdbc) {
        this(
                jdbc,
                "domain_event",
                "The event store",
                "run \"select rebase_events()\" as the owner of the schema, and start again");
    }

    /**
     * Of any table that is read in the order of a column {@code transaction_id}.
     *
     * @param table enters the statement as it is
     * @param holder begins the message
     * @param remedy what is to be done while no instance runs
     */
    public RestoredFromElsewhereCheck(JdbcClient jdbc, String table, String holder, String remedy) {
        this.jdbc = jdbc;
        this.table = table;
        this.holder = holder;
        this.remedy = remedy;
    }

    /** @throws IllegalStateException with what to do about it */
    @Override
    public void afterSingletonsInstantiated() {
        var fromTheFuture = jdbc.sql("select transaction_id::text from " + table
                        + " where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())"
                        + " order by transaction_id desc limit 1")
                .query(String.class)
                .optional();
        fromTheFuture.ifPresent(id -> {
            throw new IllegalStateException(
                    holder + " holds transaction id " + id + ", which this PostgreSQL cluster has not reached: it was"
                            + " restored from a dump of another cluster, and its events would be invisible. Stop every"
                            + " instance of this service, " + remedy
                            + " (docs/operations.md, 'After a restore').");
        });
    }
}

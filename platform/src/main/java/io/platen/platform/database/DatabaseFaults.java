package io.platen.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Looks through every cloak: a commit that found the connection gone comes in a different one from a query that did. */
public final class DatabaseFaults {

    /** SQLSTATEs and their classes: connection lost, resources short, operator at work, our own time limits. */
    private static final List<String> OUTAGE = List.of("08", "53", "57", "25P03", "25P04");

    /** Serialization failure and deadlock. */
    private static final String TO_BE_REPEATED = "40";

    /** A NUL in a text, and one that stands escaped in JSON. */
    private static final List<String> UNSTORABLE_TEXT = List.of("22021", "22P05");

    private DatabaseFaults() {}

    /** The database is away or overloaded; nothing is wrong with the work. */
    public static boolean isOutage(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof QueryTimeoutException
                        || cause instanceof RecoverableDataAccessException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || OUTAGE.stream().anyMatch(state -> hasState(cause, state)));
    }

    /** Done again later, the same work may succeed. */
    public static boolean passes(Throwable failure) {
        return isOutage(failure)
                || causes(failure).stream()
                        .anyMatch(cause ->
                                cause instanceof TransientDataAccessException || hasState(cause, TO_BE_REPEATED));
    }

    /** A text holds what PostgreSQL has no place for, which the sender can change. */
    public static boolean isUnstorableText(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> UNSTORABLE_TEXT.stream().anyMatch(state -> hasState(cause, state)));
    }

    private static boolean hasState(Throwable cause, String beginning) {
        var state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && state.startsWith(beginning);
    }

    /** With what a failed rollback was wanted for: it fails only where the connection is gone, and says no more. */
    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found.add(cause);
            var wanted =
                    cause instanceof TransactionSystemException rollback ? rollback.getApplicationException() : null;
            if (wanted != null) {
                found.addAll(causes(wanted));
            }
        }
        return found;
    }
}

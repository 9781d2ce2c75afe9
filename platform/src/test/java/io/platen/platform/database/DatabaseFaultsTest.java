package io.platen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true,  true",
        "53300, true,  true",
        "57P01, true,  true",
        "57P02, true,  true",
        "25P03, true,  true",
        "25P04, true,  true",
        "40001, false, true",
        "40P01, false, true",
        "23505, false, false",
        "42P01, false, false"
    })
    void theStateDecidesWhateverWrapsIt(String state, boolean outage, boolean passes) {
        var failure = new SQLException("refused", state);
        var commit = new TransactionSystemException("commit failed", failure);
        var append = new EventStoreException("append failed", failure);
        var rollback = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(append);
        for (var cloak : new RuntimeException[] {commit, append, rollback}) {
            assertThat(DatabaseFaults.isOutage(cloak)).isEqualTo(outage);
            assertThat(DatabaseFaults.passes(cloak)).isEqualTo(passes);
        }
    }
}

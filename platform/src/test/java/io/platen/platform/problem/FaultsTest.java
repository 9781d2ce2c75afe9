package io.platen.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionSystemException;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02", "57P03"})
    void aDatabaseThatGoesAwayWithinACommandIsUnavailableAndNoFaultOfOurs(String state) {
        var gone = new SQLException("terminating connection", state);
        assertThat(Faults.asRejection(new TransactionSystemException("commit failed", gone))
                        .code())
                .isEqualTo(CommonProblem.SERVICE_UNAVAILABLE);
        assertThat(Faults.asRejection(new EventStoreException("append failed", gone))
                        .code())
                .isEqualTo(CommonProblem.SERVICE_UNAVAILABLE);
    }

    @Test
    void aRollbackThatFoundTheConnectionGoneIsJudgedByWhatItWasFor() {
        var rollback = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(
                new EventStoreException("append failed", new SQLException("terminating connection", "57P01")));
        assertThat(Faults.asRejection(rollback).code()).isEqualTo(CommonProblem.SERVICE_UNAVAILABLE);
    }

    @Test
    void aPoolWithoutAConnectionIsUnavailable() {
        assertThat(Faults.asRejection(new EventStoreException("x", new SQLTransientConnectionException("timed out")))
                        .code())
                .isEqualTo(CommonProblem.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05"})
    void aTextThatTheDatabaseCannotHoldIsTheSendersToChange(String state) {
        assertThat(Faults.asRejection(new EventStoreException("x", new SQLException("invalid byte sequence", state)))
                        .code())
                .isEqualTo(CommonProblem.BAD_REQUEST);
    }

    @Test
    void aWrongStatementIsAFaultOfOurs() {
        assertThat(Faults.asRejection(new EventStoreException("x", new SQLException("no such table", "42P01")))
                        .code())
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
    }
}

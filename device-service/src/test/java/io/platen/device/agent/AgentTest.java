package io.platen.device.agent;

import io.platen.contracts.device.AgentState;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.device.agent.AgentCommand.RecordHealth;
import io.platen.device.agent.AgentEvent.HealthReported;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTest {

    private static final AgentId AGENT = AgentId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant STARTED = TEN.minusSeconds(600);

    private final FixtureConfiguration<Agent> agent = new AggregateTestFixture<>(Agent.class);

    @BeforeEach
    void rules() {
        agent.registerInjectableResource(new AgentRules(Duration.ofMinutes(30)));
    }

    @Test
    void anAgentIsToldOfWhenItIsFirstHeard() {
        agent.givenNoPriorActivity()
                .when(health("1.0", STARTED, 0, 0, TEN))
                .expectEvents(told("1.0", STARTED, AgentState.OK, 0, 0, TEN));
    }

    @Test
    void whatIsAsItWasIsToldEveryHalfHour() {
        var almost = TEN.plus(Duration.ofMinutes(30)).minusMillis(1);
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 0, TEN))
                .when(health("1.0", STARTED, 0, 0, almost))
                .expectNoEvents();
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 0, TEN))
                .when(health("1.0", STARTED, 0, 0, almost.plusMillis(1)))
                .expectEvents(told("1.0", STARTED, AgentState.OK, 0, 0, almost.plusMillis(1)));
    }

    @Test
    void anotherVersionAndANewStartAreToldAtOnce() {
        var later = TEN.plusSeconds(1);
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 0, TEN))
                .when(health("1.1", STARTED, 0, 0, later))
                .expectEvents(told("1.1", STARTED, AgentState.OK, 0, 0, later));
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 0, TEN))
                .when(health("1.0", TEN, 0, 0, later))
                .expectEvents(told("1.0", TEN, AgentState.OK, 0, 0, later));
    }

    @Test
    void whoCannotHandOverAllIsBufferingUntilNothingWaits() {
        var later = TEN.plusSeconds(1);
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 0, TEN))
                .when(health("1.0", STARTED, 400, 0, later))
                .expectEvents(told("1.0", STARTED, AgentState.BUFFERING, 400, 0, later));
        agent.given(told("1.0", STARTED, AgentState.BUFFERING, 400, 0, TEN))
                .when(health("1.0", STARTED, 200, 0, later))
                .expectNoEvents();
        agent.given(told("1.0", STARTED, AgentState.BUFFERING, 400, 0, TEN))
                .when(health("1.0", STARTED, 0, 0, later))
                .expectEvents(told("1.0", STARTED, AgentState.OK, 0, 0, later));
    }

    @Test
    void everyLossIsTold() {
        var later = TEN.plusSeconds(1);
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 3, TEN))
                .when(health("1.0", STARTED, 400, 5, later))
                .expectEvents(told("1.0", STARTED, AgentState.DROPPING, 400, 5, later));
        agent.given(told("1.0", STARTED, AgentState.DROPPING, 400, 5, TEN))
                .when(health("1.0", STARTED, 300, 9, later))
                .expectEvents(told("1.0", STARTED, AgentState.DROPPING, 300, 9, later));
        agent.given(told("1.0", STARTED, AgentState.DROPPING, 400, 5, TEN))
                .when(health("1.0", STARTED, 0, 5, later))
                .expectEvents(told("1.0", STARTED, AgentState.OK, 0, 5, later));
    }

    @Test
    void aLostMemoryIsNoLossOfReports() {
        agent.given(told("1.0", STARTED, AgentState.OK, 0, 5, TEN))
                .when(health("1.0", STARTED, 0, 0, TEN.plusSeconds(1)))
                .expectNoEvents();
    }

    private static RecordHealth health(String version, Instant startedAt, int buffered, long dropped, Instant at) {
        return new RecordHealth(AGENT, ACCOUNT, version, startedAt, buffered, dropped, 40, 2, at);
    }

    private static HealthReported told(
            String version, Instant startedAt, AgentState state, int buffered, long dropped, Instant at) {
        return new HealthReported(AGENT, ACCOUNT, version, state, startedAt, buffered, dropped, 40, 2, at);
    }
}

package io.platen.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;

class CommandTargetsTest {

    private record Open(
            String why, @TargetAggregateIdentifier String id) {}

    private record Unmarked(String id) {}

    private final CommandTargets targets = new CommandTargets();

    @Test
    void theMarkedComponentIsTheAggregate() {
        var target = targets.resolveTarget(GenericCommandMessage.asCommandMessage(new Open("rain", "umbrella")));
        assertThat(target.getIdentifier()).isEqualTo("umbrella");
        assertThat(target.getVersion()).isNull();
    }

    @Test
    void whatNamesNoAggregateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.resolveTarget(GenericCommandMessage.asCommandMessage(new Unmarked("one"))))
                .withMessageContaining("names no aggregate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> targets.resolveTarget(GenericCommandMessage.asCommandMessage("text")))
                .withMessageContaining("is no record");
    }
}

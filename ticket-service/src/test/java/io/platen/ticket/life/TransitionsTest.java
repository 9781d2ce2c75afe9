package io.platen.ticket.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.ticket.TicketState;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every step from every state. */
class TransitionsTest {

    private static final String TABLE = """
            from                 | PRIORITISE           | ASSIGN   | DISPATCH   | LEAVE      | ARRIVE      | RESOLVE  | CLOSE
            NEW                  | PRIORITISED          | ASSIGNED | DISPATCHED | -          | -           | -        | -
            PRIORITISED          | PRIORITISED          | ASSIGNED | DISPATCHED | -          | -           | RESOLVED | -
            ASSIGNED             | ASSIGNED             | ASSIGNED | DISPATCHED | -          | -           | RESOLVED | -
            WAITING_FOR_CUSTOMER | WAITING_FOR_CUSTOMER | ASSIGNED | DISPATCHED | -          | -           | RESOLVED | -
            DISPATCHED           | -                    | -        | DISPATCHED | DISPATCHED | IN_PROGRESS | RESOLVED | -
            IN_PROGRESS          | -                    | -        | -          | -          | -           | RESOLVED | -
            RESOLVED             | -                    | -        | -          | -          | -           | -        | CLOSED
            CLOSED               | -                    | -        | -          | -          | -           | -        | -
            CANCELLED            | -                    | -        | -          | -          | -           | -        | -
            """;

    @Test
    void eachPairIsAsTheTableSays() {
        var found = Arrays.stream(TicketState.values())
                .map(state -> state + "|"
                        + Arrays.stream(Step.values())
                                .map(step -> Transitions.after(state, step)
                                        .map(TicketState::name)
                                        .orElse("-"))
                                .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
        var steps = Arrays.stream(Step.values()).map(Step::name).collect(Collectors.joining("|"));

        assertThat("from|" + steps + "\n" + found)
                .isEqualTo(TABLE.replace(" ", "").strip());
    }
}

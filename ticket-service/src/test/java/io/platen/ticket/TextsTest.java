package io.platen.ticket;

import io.platen.platform.testing.ProblemTextChecks;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyReasonIsGivenInEveryLanguage() {
        ProblemTextChecks.assertComplete(TicketProblem.values());
    }
}

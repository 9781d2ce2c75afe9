package io.platen.ticket.life;

import io.platen.ticket.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How urgent a ticket is (TIC-21), and until when the customer has an answer (TIC-22 to TIC-25). */
public enum Priority {
    ONE(1),
    TWO(2),
    THREE(3),
    FOUR(4);

    private static final Duration ONE_WITHIN = Duration.ofMinutes(15);
    private static final Duration TWO_WITHIN = Duration.ofMinutes(60);

    private final int number;

    Priority(int number) {
        this.number = number;
    }

    /** What a fault that stops no business does to the device. */
    public enum FeatureFaulty {
        MAJOR,
        MINOR
    }

    /** @param feature asked only where no business stands still; without it a workaround makes the fault a minor one */
    public static Priority of(boolean businessCritical, boolean workaround, @Nullable FeatureFaulty feature) {
        if (businessCritical) {
            return workaround ? TWO : ONE;
        }
        var minor = feature == null ? workaround : feature == FeatureFaulty.MINOR;
        return minor ? FOUR : THREE;
    }

    public int number() {
        return number;
    }

    /** An answer at that moment is late (D-26). */
    Instant answerDue(ServiceCalendar calendar, Instant registered) {
        return switch (this) {
            case ONE -> calendar.plus(registered, ONE_WITHIN);
            case TWO -> calendar.plus(registered, TWO_WITHIN);
            case THREE -> calendar.plusDays(registered, 1);
            case FOUR -> calendar.plusDays(registered, 2);
        };
    }
}

package io.platen.device.machine;

import org.jspecify.annotations.Nullable;

/**
 * How an agent stands with the machine.
 *
 * @param heard whether any agent of the account has heard it
 * @param reconnect whether it was moved and has not been heard since (DEV-25)
 * @param lost whether its silence has been told (DEV-34)
 * @param eligible for automatic toner; unknown until somebody says so (DEV-33)
 */
record Monitoring(
        boolean heard,
        boolean reconnect,
        boolean lost,
        @Nullable Boolean eligible) {

    static final Monitoring NOT_YET = new Monitoring(false, false, false, null);

    /** Whether the next communication is news by itself. */
    boolean awaited() {
        return reconnect || lost;
    }

    Monitoring afterCommunication() {
        return new Monitoring(true, false, false, eligible);
    }

    Monitoring afterMove() {
        return new Monitoring(heard, true, lost, eligible);
    }

    Monitoring afterSilence() {
        return new Monitoring(heard, reconnect, true, eligible);
    }

    /** The agents of the account have nothing to do with it any more. */
    Monitoring afterRemoval() {
        return new Monitoring(false, false, false, eligible);
    }

    Monitoring withEligible(boolean allowed) {
        return new Monitoring(heard, reconnect, lost, allowed);
    }
}

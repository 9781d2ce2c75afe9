package io.platen.device.repair;

import io.platen.contracts.device.DeviceState;

/**
 * One ticket of a device.
 *
 * @param stopsWork whether it says that the machine cannot be worked with
 */
public record Repair(boolean stopsWork, Progress progress) {

    /** How far it is. */
    public enum Progress {
        WAITING,
        ENGINEER_THERE,
        OVER
    }

    private boolean goesOn() {
        return progress != Progress.OVER;
    }

    /** An engineer at the machine says more than another ticket that waits. */
    public static DeviceState stateOf(Iterable<Repair> tickets) {
        var state = DeviceState.WORKING;
        for (var ticket : tickets) {
            if (ticket.progress() == Progress.ENGINEER_THERE) {
                return DeviceState.IN_SERVICE;
            }
            if (ticket.stopsWork() && ticket.goesOn()) {
                state = DeviceState.DOWN;
            }
        }
        return state;
    }
}

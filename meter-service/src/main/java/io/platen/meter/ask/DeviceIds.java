package io.platen.meter.ask;

import io.platen.contracts.id.DeviceId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;

/** What is no id names no device. */
public final class DeviceIds {

    private DeviceIds() {}

    public static DeviceId of(String text) {
        try {
            return DeviceId.of(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
    }
}

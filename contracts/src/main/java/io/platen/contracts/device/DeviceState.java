package io.platen.contracts.device;

/** Whether a machine can be worked with (DEV-35). */
public enum DeviceState {
    WORKING,
    DOWN,
    IN_SERVICE
}

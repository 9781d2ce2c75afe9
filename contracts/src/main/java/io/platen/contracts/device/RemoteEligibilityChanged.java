package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;

/** Whether the machine may be replenished automatically as far as its model and its monitoring go. */
public record RemoteEligibilityChanged(DeviceId deviceId, boolean eligible) implements DeviceEvent {}

package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;

/** One of the two notes on the device (1 or 2) has this text now; an empty one is no note. {@code previous} is what it replaced. */
public record DeviceNoteChanged(DeviceId deviceId, int note, String text, String previous) implements DeviceEvent {}

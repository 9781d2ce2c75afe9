package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** The machine was moved; until it is heard again its connection has to be established anew. */
public record DeviceReconnectionRequired(DeviceId deviceId, LocalDate effectiveOn) implements DeviceEvent {}

package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;
import java.util.List;

/** All that the machine complains of, in its own words; told when one came or went, and empty when all is well again. */
public record DeviceAlertsReported(DeviceId deviceId, List<String> alerts, Instant observedAt) implements DeviceEvent {}

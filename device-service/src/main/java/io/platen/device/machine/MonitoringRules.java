package io.platen.device.machine;

import java.time.Duration;

/** @param silentAfter longer than this a monitored device is not silent without being missed (DEV-34) */
public record MonitoringRules(Duration silentAfter) {}

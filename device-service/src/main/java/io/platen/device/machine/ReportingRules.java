package io.platen.device.machine;

import java.time.Duration;

/**
 * @param counterInterval at most one set of counters per device goes on in this time (DEV-31)
 * @param announceInterval how often a communication is told that brings nothing else
 */
public record ReportingRules(Duration counterInterval, Duration announceInterval) {}

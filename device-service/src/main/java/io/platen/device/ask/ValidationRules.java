package io.platen.device.ask;

import java.time.Duration;

/**
 * Against those who guess serial numbers (DEV-19).
 *
 * @param failures so many in the window are the last
 * @param blockedFor how long nothing is validated after that
 */
record ValidationRules(int failures, Duration window, Duration blockedFor) {}

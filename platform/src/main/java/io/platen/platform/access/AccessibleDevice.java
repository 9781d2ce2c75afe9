package io.platen.platform.access;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * A device that the caller may reach.
 *
 * @param accountId absent while it is on no account
 * @param region the service region of the account; empty while there is none
 */
public record AccessibleDevice(DeviceId deviceId, @Nullable AccountId accountId, String region) {}

package io.platen.contracts.supply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Automatic toner goes elsewhere from now on.
 *
 * @param details absent where they are forgotten, because the device has left the account they were given for
 */
public record AutoTonerDetailsChanged(
        DeviceId deviceId,
        @Nullable AccountId accountId,
        @Nullable AutoTonerDetails details) implements SupplyEvent {}

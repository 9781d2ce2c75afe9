package io.platen.contracts.supply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Automatic toner goes elsewhere, or somebody else is asked about it, from now on.
 *
 * @param details absent, as the contact, where they are forgotten, because the device has left the account they were given for
 */
public record AutoTonerDetailsChanged(
        DeviceId deviceId,
        @Nullable AccountId accountId,
        @Nullable AutoTonerDetails details,
        @Nullable AutoTonerContact contact)
        implements SupplyEvent {}

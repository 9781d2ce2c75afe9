package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import org.jspecify.annotations.Nullable;

/** The machine comes on the account. */
public record DeviceRequestApproved(
        DeviceRequestId requestId,
        String number,
        AccountId accountId,
        DeviceId deviceId,
        @Nullable String reason) implements DeviceEvent {}

package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;

/** The machine does not come on the account. */
public record DeviceRequestRejected(
        DeviceRequestId requestId, String number, AccountId accountId, DeviceId deviceId, String reason)
        implements DeviceEvent {}

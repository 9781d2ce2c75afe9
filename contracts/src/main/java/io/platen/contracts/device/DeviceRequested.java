package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.UserId;

/** Somebody asks to have a machine on his account. */
public record DeviceRequested(
        DeviceRequestId requestId,
        String number,
        AccountId accountId,
        DeviceId deviceId,
        String serialNumber,
        UserId requester,
        String comment)
        implements DeviceEvent {}

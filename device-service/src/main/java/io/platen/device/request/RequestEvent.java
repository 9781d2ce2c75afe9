package io.platen.device.request;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a device request; stored. */
public sealed interface RequestEvent {

    @Revision("1")
    record RequestSubmitted(
            DeviceRequestId requestId,
            String number,
            AccountId accountId,
            DeviceId deviceId,
            String serialNumber,
            UserId requester,
            String comment)
            implements RequestEvent {}

    @Revision("1")
    record RequestApproved(
            DeviceRequestId requestId,
            String number,
            AccountId accountId,
            DeviceId deviceId,
            @Nullable String reason) implements RequestEvent {}

    @Revision("1")
    record RequestRejected(
            DeviceRequestId requestId, String number, AccountId accountId, DeviceId deviceId, String reason)
            implements RequestEvent {}
}

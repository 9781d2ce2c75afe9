package io.platen.device.request;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a device request. */
public sealed interface RequestCommand {

    /** @param accountId on which the device shall come */
    record RequestDevice(
            @TargetAggregateIdentifier DeviceRequestId requestId,
            String number,
            AccountId accountId,
            DeviceId deviceId,
            String serialNumber,
            UserId requester,
            String comment)
            implements RequestCommand {}

    record ApproveRequest(
            @TargetAggregateIdentifier DeviceRequestId requestId,
            @Nullable String reason) implements RequestCommand {}

    record RejectRequest(@TargetAggregateIdentifier DeviceRequestId requestId, String reason)
            implements RequestCommand {}
}

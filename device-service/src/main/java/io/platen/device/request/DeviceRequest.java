package io.platen.device.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.DeviceRequestId;
import io.platen.device.request.RequestCommand.ApproveRequest;
import io.platen.device.request.RequestCommand.RejectRequest;
import io.platen.device.request.RequestCommand.RequestDevice;
import io.platen.device.request.RequestEvent.RequestApproved;
import io.platen.device.request.RequestEvent.RequestRejected;
import io.platen.device.request.RequestEvent.RequestSubmitted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The wish to have a machine on an account; decided once. */
@Aggregate
class DeviceRequest {

    @AggregateIdentifier
    private @Nullable DeviceRequestId requestId;

    private @Nullable RequestSubmitted open;

    DeviceRequest() {}

    @CommandHandler
    DeviceRequest(RequestDevice command) {
        apply(new RequestSubmitted(
                command.requestId(),
                command.number(),
                command.accountId(),
                command.deviceId(),
                command.serialNumber(),
                command.requester(),
                command.comment()));
    }

    @CommandHandler
    DecisionOutcome on(ApproveRequest command) {
        if (open == null) {
            return DecisionOutcome.ALREADY_DECIDED;
        }
        apply(new RequestApproved(
                command.requestId(), open.number(), open.accountId(), open.deviceId(), command.reason()));
        return DecisionOutcome.DECIDED;
    }

    @CommandHandler
    DecisionOutcome on(RejectRequest command) {
        if (open == null) {
            return DecisionOutcome.ALREADY_DECIDED;
        }
        apply(new RequestRejected(
                command.requestId(), open.number(), open.accountId(), open.deviceId(), command.reason()));
        return DecisionOutcome.DECIDED;
    }

    @EventSourcingHandler
    void on(RequestEvent event) {
        switch (event) {
            case RequestSubmitted submitted -> {
                requestId = submitted.requestId();
                open = submitted;
            }
            case RequestApproved approved -> open = null;
            case RequestRejected rejected -> open = null;
        }
    }
}

package io.platen.device.request;

import static io.platen.device.request.DecisionOutcome.ALREADY_DECIDED;
import static io.platen.device.request.DecisionOutcome.DECIDED;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.contracts.id.UserId;
import io.platen.device.request.RequestCommand.ApproveRequest;
import io.platen.device.request.RequestCommand.RejectRequest;
import io.platen.device.request.RequestCommand.RequestDevice;
import io.platen.device.request.RequestEvent.RequestApproved;
import io.platen.device.request.RequestEvent.RequestRejected;
import io.platen.device.request.RequestEvent.RequestSubmitted;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeviceRequestTest {

    private static final DeviceRequestId REQUEST = DeviceRequestId.random();
    private static final String NUMBER = "DR-0000001";
    private static final AccountId ACCOUNT = AccountId.random();
    private static final DeviceId DEVICE = DeviceId.random();
    private static final UserId USER = UserId.random();
    private static final RequestSubmitted SUBMITTED =
            new RequestSubmitted(REQUEST, NUMBER, ACCOUNT, DEVICE, "SN-1", USER, "Came with the branch");
    private static final RequestApproved APPROVED = new RequestApproved(REQUEST, NUMBER, ACCOUNT, DEVICE, null);
    private static final RequestRejected REJECTED =
            new RequestRejected(REQUEST, NUMBER, ACCOUNT, DEVICE, "Still with its owner");

    private final FixtureConfiguration<DeviceRequest> request = new AggregateTestFixture<>(DeviceRequest.class);

    @Test
    void aDeviceIsAskedFor() {
        request.givenNoPriorActivity()
                .when(new RequestDevice(REQUEST, NUMBER, ACCOUNT, DEVICE, "SN-1", USER, "Came with the branch"))
                .expectEvents(SUBMITTED);
    }

    @Test
    void itIsApproved() {
        request.given(SUBMITTED)
                .when(new ApproveRequest(REQUEST, null))
                .expectResultMessagePayload(DECIDED)
                .expectEvents(APPROVED);
    }

    @Test
    void itIsRejectedWithAReason() {
        request.given(SUBMITTED)
                .when(new RejectRequest(REQUEST, "Still with its owner"))
                .expectResultMessagePayload(DECIDED)
                .expectEvents(REJECTED);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        request.given(SUBMITTED, APPROVED)
                .when(new RejectRequest(REQUEST, "No"))
                .expectResultMessagePayload(ALREADY_DECIDED)
                .expectNoEvents();
        request.given(SUBMITTED, REJECTED)
                .when(new ApproveRequest(REQUEST, null))
                .expectResultMessagePayload(ALREADY_DECIDED)
                .expectNoEvents();
    }
}

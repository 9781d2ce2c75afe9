package io.platen.meter.submit;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.Decision;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import java.util.Locale;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One read of one device, handed in alone or in a list. */
@Component
class ReadSubmission {

    private final Access access;

    ReadSubmission(Access access) {
        this.access = access;
    }

    /**
     * Looks at what needs no transaction, and returns what does.
     *
     * @throws Rejected where the device is out of reach, or the read is none
     */
    java.util.function.Function<CommandSession, ResponseEntity<Object>> of(
            Caller caller, DeviceId id, SubmitReadRequest read, Locale language) {
        var byPhone = caller.staff() != null;
        var device = access.requireDevice(caller, byPhone ? Function.METER_PHONE : Function.METER_SUBMIT, id);
        var source = byPhone ? ReadSource.PHONE : ReadSource.CUSTOMER;
        var command = read.toCommand(device.deviceId(), ReadId.random(), source);
        return session -> {
            try {
                Decision decision = session.send(command, device.accountId());
                return SubmitReadAnswer.of(device.deviceId(), decision, language);
            } catch (AggregateNotFoundException e) {
                throw Rejected.of(CommonProblem.NOT_FOUND); // seen by the access list a moment before its register
            }
        };
    }
}

package io.platen.billing.activate;

import io.platen.billing.BillingProblem;
import io.platen.billing.contract.ContractCommand.ActivateContract;
import io.platen.billing.contract.Terms;
import io.platen.billing.directory.Contracts;
import io.platen.billing.directory.Contracts.Covered;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A billing clerk puts a contract into force. */
@RestController
class ActivateContractController {

    record ActivatedContract(ContractId contractId, String number) {}

    private final Commands commands;
    private final Access access;
    private final Contracts contracts;

    ActivateContractController(Commands commands, Access access, Contracts contracts) {
        this.commands = commands;
        this.access = access;
        this.contracts = contracts;
    }

    @PostMapping("/api/contracts")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.INVOICE_DESK)
    ResponseEntity<ActivatedContract> activate(
            Caller caller, HttpServletRequest request, @Valid @RequestBody ActivateContractRequest body) {
        access.requireAccount(caller, Function.INVOICE_DESK, body.accountId());
        var terms = body.terms();
        requireDevicesOfTheAccount(body.deviceIds(), terms);
        return commands.handle(caller, request, body, session -> {
            var contract = ContractId.random();
            session.send(new ActivateContract(contract, terms), terms.accountId());
            if (!contracts.reserveNumber(contract, terms)) {
                throw Rejected.of(BillingProblem.CONTRACT_NUMBER_TAKEN)
                        .with("number", terms.number())
                        .field("number", BillingProblem.CONTRACT_NUMBER_TAKEN, Map.of("number", terms.number()));
            }
            var covered = contracts.reserveDevices(contract, terms);
            if (!covered.isEmpty()) {
                throw alreadyUnderContract(body.deviceIds(), covered);
            }
            return ResponseEntity.status(HttpStatus.CREATED).body(new ActivatedContract(contract, terms.number()));
        });
    }

    /** Refused without remembering: a new device is known here moments after device-service has it. */
    private void requireDevicesOfTheAccount(List<DeviceId> asked, Terms terms) {
        var known = contracts.devicesOf(terms.accountId(), terms.devices());
        var rejected = Rejected.of(CommonProblem.VALIDATION_FAILED);
        for (int i = 0; i < asked.size(); i++) {
            if (!known.contains(asked.get(i))) {
                rejected = rejected.field("deviceIds[" + i + "]", BillingProblem.DEVICE_NOT_ON_ACCOUNT, Map.of());
            }
        }
        if (!rejected.fields().isEmpty()) {
            throw rejected;
        }
    }

    private static Rejected alreadyUnderContract(List<DeviceId> asked, List<Covered> covered) {
        var rejected = Rejected.of(BillingProblem.DEVICE_ALREADY_UNDER_CONTRACT)
                .with("contract", covered.getFirst().contract())
                .with(
                        "conflicts",
                        covered.stream()
                                .map(there -> Map.of(
                                        "deviceId", there.deviceId().toString(),
                                        "contract", there.contract(),
                                        "start", there.term().from().toString(),
                                        "end", there.term().until().toString()))
                                .toList());
        for (var there : covered) {
            rejected = rejected.field(
                    "deviceIds[" + asked.indexOf(there.deviceId()) + "]",
                    BillingProblem.DEVICE_ALREADY_UNDER_CONTRACT,
                    Map.of("contract", there.contract()));
        }
        return rejected;
    }
}

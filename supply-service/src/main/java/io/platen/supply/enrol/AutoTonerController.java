package io.platen.supply.enrol;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.supply.Line;
import io.platen.supply.SupplyProblem;
import io.platen.supply.autotoner.Decision;
import io.platen.supply.autotoner.EnrolmentCommand;
import io.platen.supply.autotoner.EnrolmentCommand.Enrol;
import io.platen.supply.autotoner.EnrolmentCommand.Leave;
import io.platen.supply.autotoner.Label;
import io.platen.supply.directory.Accounts;
import io.platen.supply.directory.Devices;
import io.platen.supply.place.OrderPlacing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A device enters automatic toner, changes its label (SUP-55, SUP-60) or leaves (SUP-74). */
@RestController
class AutoTonerController {

    record AutoTonerAnswer(AutoTonerState state) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Accounts accounts;
    private final OrderPlacing orders;

    AutoTonerController(Commands commands, Access access, Devices devices, Accounts accounts, OrderPlacing orders) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.accounts = accounts;
        this.orders = orders;
    }

    @PutMapping("/api/devices/{deviceId}/auto-toner")
    @RequiresFunction({Function.AUTO_TONER_EDIT, Function.AUTO_TONER_DESK})
    ResponseEntity<AutoTonerAnswer> enrol(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @RequestBody AutoTonerRequest body) {
        var function = caller.isStaff() ? Function.AUTO_TONER_DESK : Function.AUTO_TONER_EDIT;
        var account = access.requireDevice(caller, function, deviceId).accountId();
        if (account == null) {
            throw Rejected.of(SupplyProblem.DEVICE_WITHOUT_ACCOUNT);
        }
        var change = body.checked();
        return commands.handle(caller, request, body, session -> {
            var last = devices.find(deviceId)
                    .map(Devices.Known::lastCommunicationAt)
                    .orElse(null);
            return answer(
                    new Enrol(deviceId, account, change.label(), change.contact(), nameOf(account), last),
                    account,
                    session);
        });
    }

    @DeleteMapping("/api/devices/{deviceId}/auto-toner")
    @RequiresFunction(Function.AUTO_TONER_DESK)
    ResponseEntity<AutoTonerAnswer> leave(Caller caller, HttpServletRequest request, @PathVariable DeviceId deviceId) {
        var account =
                access.requireDevice(caller, Function.AUTO_TONER_DESK, deviceId).accountId();
        return commands.handle(caller, request, null, session -> answer(new Leave(deviceId), account, session));
    }

    private ResponseEntity<AutoTonerAnswer> answer(
            EnrolmentCommand command, @Nullable AccountId account, CommandSession session) {
        Decision decision;
        try {
            decision = session.send(command, account);
        } catch (AggregateNotFoundException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND); // seen by the access list a moment before its enrolment
        }
        return switch (decision) {
            case Decision.Settled settled -> {
                orders.place(settled.shipments(), order -> session.send(order, order.accountId()));
                devices.become(command.deviceId(), settled.state());
                yield ResponseEntity.ok(new AutoTonerAnswer(settled.state()));
            }
            case Decision.Refused refused -> throw rejected(refused);
        };
    }

    private static Rejected rejected(Decision.Refused refused) {
        return switch (refused.reason()) {
            case NOT_ELIGIBLE -> Rejected.of(SupplyProblem.NOT_ELIGIBLE);
            case OTHER_ACCOUNT -> Rejected.of(CommonProblem.NOT_FOUND);
            case LABEL_INCOMPLETE -> {
                var incomplete = Rejected.of(CommonProblem.VALIDATION_FAILED);
                for (var field : refused.fields()) {
                    incomplete = incomplete.field(field, FieldProblem.REQUIRED, Map.of());
                }
                yield incomplete;
            }
        };
    }

    private @Nullable String nameOf(AccountId account) {
        return accounts.nameOf(account)
                .map(name -> Line.cut(name.strip(), Label.LONGEST_LINE))
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }
}

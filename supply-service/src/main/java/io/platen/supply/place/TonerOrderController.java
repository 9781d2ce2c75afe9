package io.platen.supply.place;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.supply.SupplyProblem;
import io.platen.supply.autotoner.EnrolmentCommand.OrderByHand;
import io.platen.supply.autotoner.OrderDecision;
import io.platen.supply.directory.Devices;
import io.platen.supply.directory.Orders;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** SUP-05, BEY-04: the desk orders toner for a customer on the phone. */
@RestController
class TonerOrderController {

    record TonerOrderAnswer(OrderId orderId, String orderNumber) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Orders orders;
    private final OrderPlacing placing;

    TonerOrderController(Commands commands, Access access, Devices devices, Orders orders, OrderPlacing placing) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.orders = orders;
        this.placing = placing;
    }

    @PostMapping("/api/devices/{deviceId}/toner-orders")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.ORDER_DESK)
    @Operation(
            operationId = "orderToner",
            summary = "Order toner for a customer; a reason goes over what is in transit")
    ResponseEntity<TonerOrderAnswer> order(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @RequestBody TonerOrderRequest body) {
        var account =
                access.requireDevice(caller, Function.ORDER_DESK, deviceId).accountId();
        if (account == null) {
            throw Rejected.of(SupplyProblem.DEVICE_WITHOUT_ACCOUNT);
        }
        var wanted = body.checked();
        var reason = wanted.overrideReason();
        if (!devices.mayTake(deviceId, wanted.colour())) {
            throw Rejected.of(SupplyProblem.COLOUR_NOT_OF_DEVICE)
                    .field("colour", SupplyProblem.COLOUR_NOT_OF_DEVICE, Map.of());
        }
        return commands.handle(caller, request, body, session -> {
            var order = OrderId.random();
            var command = new OrderByHand(deviceId, account, wanted.colour(), order, reason != null);
            return switch (decision(session, command, account)) {
                case OrderDecision.Ordered ordered -> {
                    var number = placing.placeByHand(
                            ordered.shipment(), caller.userId(), reason, placed -> session.send(placed, account));
                    yield ResponseEntity.status(HttpStatus.CREATED).body(new TonerOrderAnswer(order, number));
                }
                case OrderDecision.InTransit parcel ->
                    throw Rejected.of(SupplyProblem.SHIPMENT_IN_TRANSIT)
                            .with("orderNumber", orders.numberOf(parcel.orderId()));
                case OrderDecision.NoLabel missing -> throw Rejected.of(SupplyProblem.SHIPPING_LABEL_MISSING);
                case OrderDecision.OtherAccount moved -> throw Rejected.of(CommonProblem.NOT_FOUND);
            };
        });
    }

    private static OrderDecision decision(CommandSession session, OrderByHand command, AccountId account) {
        try {
            return session.send(command, account);
        } catch (AggregateNotFoundException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND); // seen by the access list a moment before its enrolment
        }
    }
}

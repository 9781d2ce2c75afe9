package io.platen.supply.fulfil;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.OrderId;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.supply.SupplyProblem;
import io.platen.supply.autotoner.EnrolmentCommand.NoteDelivered;
import io.platen.supply.autotoner.EnrolmentCommand.NoteShipped;
import io.platen.supply.directory.Orders;
import io.platen.supply.order.OrderCommand.DeliverOrder;
import io.platen.supply.order.OrderState;
import io.platen.supply.order.OrderStep;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An order leaves the house and arrives; the enrolment learns of both, because they hold back the next shipment. */
@RestController
class OrderController {

    record OrderAnswer(OrderId orderId, String orderNumber, OrderState state) {}

    private final Commands commands;
    private final Access access;
    private final Orders orders;

    OrderController(Commands commands, Access access, Orders orders) {
        this.commands = commands;
        this.access = access;
        this.orders = orders;
    }

    @PostMapping("/api/orders/{orderId}/shipment")
    @RequiresFunction(Function.ORDER_DESK)
    ResponseEntity<OrderAnswer> ship(
            Caller caller,
            HttpServletRequest request,
            @PathVariable OrderId orderId,
            @RequestBody ShipmentRequest body) {
        var account = accountOf(orderId, caller);
        var command = body.of(orderId);
        return commands.handle(caller, request, body, session -> {
            var step = taken(session.send(command, account));
            session.send(new NoteShipped(step.deviceId(), step.colour(), orderId, step.at()), account);
            return ResponseEntity.ok(new OrderAnswer(orderId, step.orderNumber(), OrderState.SHIPPED));
        });
    }

    @PostMapping("/api/orders/{orderId}/delivery")
    @RequiresFunction(Function.ORDER_DESK)
    ResponseEntity<OrderAnswer> deliver(Caller caller, HttpServletRequest request, @PathVariable OrderId orderId) {
        var account = accountOf(orderId, caller);
        return commands.handle(caller, request, null, session -> {
            var step = taken(session.send(new DeliverOrder(orderId), account));
            session.send(new NoteDelivered(step.deviceId(), step.colour(), orderId, step.at()), account);
            return ResponseEntity.ok(new OrderAnswer(orderId, step.orderNumber(), OrderState.DELIVERED));
        });
    }

    /** @throws Rejected where the order is out of the caller's region, or his role only reads orders there */
    private AccountId accountOf(OrderId order, Caller caller) {
        access.requireActive(caller);
        var account = orders.accountOf(order).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        access.requireAccount(caller, Function.ORDER_DESK, account);
        var staff = caller.staff();
        if (staff == null || staff.role() != StaffRole.CONTACT_CENTRE) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        return account;
    }

    private static OrderStep.Taken taken(OrderStep step) {
        return switch (step) {
            case OrderStep.Taken taken -> taken;
            case OrderStep.Illegal illegal ->
                throw Rejected.of(SupplyProblem.ILLEGAL_TRANSITION)
                        .with("from", illegal.from())
                        .with("to", illegal.to());
        };
    }
}

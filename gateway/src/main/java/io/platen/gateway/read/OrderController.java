package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.BillingShapes.OrderPage;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on its way to whom. */
@RestController
class OrderController {

    private static final Map<String, String> SORTABLE = Map.of(
            "orderNumber", "o.order_number",
            "state", "case when o.delivered_at is not null then 2 when o.shipped_at is not null then 1 else 0 end",
            "colour", "o.colour",
            "serialNumber", "o.label_serial",
            "accountName", "a.name",
            "placedAt", "o.placed_at",
            "shippedAt", "o.shipped_at",
            "deliveredAt", "o.delivered_at");

    private final OrderRows orders;

    OrderController(OrderRows orders) {
        this.orders = orders;
    }

    @GetMapping("/api/orders")
    @RequiresFunction({Function.ORDER_VIEW, Function.ORDER_DESK})
    @Operation(operationId = "listOrders", summary = "Orders in the caller's scope")
    OrderPage list(
            Caller caller,
            @Parameter(
                            description = "open where nothing is said: not yet delivered",
                            schema = @Schema(allowableValues = {"open", "all"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable UUID deviceId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE, OrderRows.NEWEST_FIRST);
        var filter = Filter.orders(caller);
        switch (state == null ? "open" : state) {
            case "open" -> filter.and(OrderRows.OPEN);
            case "all" -> {}
            case String other -> throw Page.invalid("state", other.length() > 100 ? other.substring(0, 100) : other);
        }
        if (accountId != null) {
            filter.and("o.account_id = " + filter.with(accountId));
        }
        if (deviceId != null) {
            filter.and("o.device_id = " + filter.with(deviceId));
        }
        if (q != null) {
            filter.words(q, OrderRows.SEARCHED);
        }
        var mark = Mark.of(response);
        return new OrderPage(
                orders.list(filter, part.sql()),
                part.number(),
                part.size(),
                orders.count(filter),
                mark.asOf(),
                mark.position());
    }
}

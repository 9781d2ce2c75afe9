package io.platen.gateway.route;

import static io.platen.contracts.access.Function.ACCESS_REVIEW;
import static io.platen.contracts.access.Function.AGENT_REPORT;
import static io.platen.contracts.access.Function.AUTO_TONER_DESK;
import static io.platen.contracts.access.Function.AUTO_TONER_EDIT;
import static io.platen.contracts.access.Function.DEVICE_ASSIGN_OTHERS;
import static io.platen.contracts.access.Function.DEVICE_BROWSE_ACCOUNT;
import static io.platen.contracts.access.Function.DEVICE_EDIT;
import static io.platen.contracts.access.Function.DEVICE_REMOVE;
import static io.platen.contracts.access.Function.DEVICE_VIEW;
import static io.platen.contracts.access.Function.DISPATCH;
import static io.platen.contracts.access.Function.FIELD_WORK;
import static io.platen.contracts.access.Function.INVOICE_DESK;
import static io.platen.contracts.access.Function.METER_CORRECT;
import static io.platen.contracts.access.Function.METER_DECIDE;
import static io.platen.contracts.access.Function.METER_PHONE;
import static io.platen.contracts.access.Function.METER_RESET;
import static io.platen.contracts.access.Function.METER_SUBMIT;
import static io.platen.contracts.access.Function.ORDER_DESK;
import static io.platen.contracts.access.Function.PLATFORM_ADMIN;
import static io.platen.contracts.access.Function.TICKET_DESK;
import static io.platen.contracts.access.Function.TICKET_USE;
import static io.platen.contracts.access.Function.USER_MANAGE;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.platen.contracts.access.Function;
import io.platen.gateway.GatewayProperties;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.CurrentCaller;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service decides what, and who may ask it at all; how far a function reaches is the service's own question. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** @param anyOf empty where signing in is enough */
    record Command(String service, HttpMethod method, String path, Set<Function> anyOf) {}

    static final List<Command> COMMANDS = List.of(
            new Command("identity", HttpMethod.POST, "/api/accounts", Set.of(PLATFORM_ADMIN)),
            new Command("identity", HttpMethod.POST, "/api/users", Set.of(PLATFORM_ADMIN, USER_MANAGE)),
            new Command("identity", HttpMethod.PUT, "/api/users/{id}/role", Set.of(PLATFORM_ADMIN, USER_MANAGE)),
            new Command("identity", HttpMethod.PUT, "/api/users/{id}/functions", Set.of(PLATFORM_ADMIN, USER_MANAGE)),
            new Command(
                    "identity", HttpMethod.POST, "/api/users/{id}/deactivation", Set.of(PLATFORM_ADMIN, USER_MANAGE)),
            new Command("identity", HttpMethod.POST, "/api/agents", Set.of(PLATFORM_ADMIN)),
            new Command("identity", HttpMethod.PUT, "/api/me/language", Set.of()),
            new Command("device", HttpMethod.POST, "/api/models", Set.of(PLATFORM_ADMIN)),
            new Command("device", HttpMethod.POST, "/api/devices", Set.of(PLATFORM_ADMIN)),
            new Command("device", HttpMethod.PUT, "/api/devices/{id}/location", Set.of(DEVICE_EDIT, PLATFORM_ADMIN)),
            new Command(
                    "device",
                    HttpMethod.PUT,
                    "/api/devices/{id}/assignments/{userId}",
                    Set.of(DEVICE_ASSIGN_OTHERS, PLATFORM_ADMIN)),
            new Command(
                    "device",
                    HttpMethod.DELETE,
                    "/api/devices/{id}/assignments/{userId}",
                    Set.of(DEVICE_ASSIGN_OTHERS, PLATFORM_ADMIN)),
            new Command("device", HttpMethod.POST, "/api/my-devices", Set.of(DEVICE_BROWSE_ACCOUNT)),
            new Command(
                    "device",
                    HttpMethod.DELETE,
                    "/api/my-devices/{deviceId}",
                    Set.of(DEVICE_VIEW, DEVICE_BROWSE_ACCOUNT)),
            new Command("device", HttpMethod.POST, "/api/agent/reports", Set.of(AGENT_REPORT)),
            new Command("device", HttpMethod.POST, "/api/agent/communication-tests", Set.of(AGENT_REPORT)),
            new Command("device", HttpMethod.PUT, "/api/devices/{id}/notes/{note}", Set.of(DEVICE_EDIT)),
            new Command("device", HttpMethod.POST, "/api/devices/{id}/removal", Set.of(DEVICE_REMOVE)),
            new Command("device", HttpMethod.POST, "/api/devices/{id}/replacement", Set.of(DEVICE_REMOVE)),
            new Command(
                    "device",
                    HttpMethod.PUT,
                    "/api/devices/{id}/remote-monitoring",
                    Set.of(AUTO_TONER_DESK, PLATFORM_ADMIN)),
            new Command("device", HttpMethod.POST, "/api/assignments", Set.of(DEVICE_ASSIGN_OTHERS, PLATFORM_ADMIN)),
            new Command(
                    "device",
                    HttpMethod.POST,
                    "/api/assignments/withdrawals",
                    Set.of(DEVICE_ASSIGN_OTHERS, PLATFORM_ADMIN)),
            new Command("device", HttpMethod.POST, "/api/device-requests/validation", Set.of(DEVICE_BROWSE_ACCOUNT)),
            new Command("device", HttpMethod.POST, "/api/device-requests", Set.of(DEVICE_BROWSE_ACCOUNT)),
            new Command("device", HttpMethod.POST, "/api/device-requests/{number}/approval", Set.of(ACCESS_REVIEW)),
            new Command("device", HttpMethod.POST, "/api/device-requests/{number}/rejection", Set.of(ACCESS_REVIEW)),
            new Command("device", HttpMethod.POST, "/api/device-groups", Set.of(DEVICE_EDIT)),
            new Command("device", HttpMethod.PUT, "/api/device-groups/{groupId}", Set.of(DEVICE_EDIT)),
            new Command("device", HttpMethod.DELETE, "/api/device-groups/{groupId}", Set.of(DEVICE_EDIT)),
            new Command("meter", HttpMethod.POST, "/api/devices/{id}/reads", Set.of(METER_SUBMIT, METER_PHONE)),
            new Command("meter", HttpMethod.POST, "/api/reads", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.POST, "/api/devices/{id}/counter-resets", Set.of(METER_RESET)),
            new Command("meter", HttpMethod.POST, "/api/devices/{id}/corrections", Set.of(METER_CORRECT)),
            new Command("meter", HttpMethod.POST, "/api/corrections/{number}/approval", Set.of(METER_DECIDE)),
            new Command("meter", HttpMethod.POST, "/api/corrections/{number}/rejection", Set.of(METER_DECIDE)),
            new Command("meter", HttpMethod.POST, "/api/devices/{id}/investigations", Set.of(METER_PHONE)),
            new Command("meter", HttpMethod.POST, "/api/investigations/{number}/closure", Set.of(METER_PHONE)),
            new Command("meter", HttpMethod.POST, "/api/meter-uploads", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.GET, "/api/meter-uploads", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.GET, "/api/meter-uploads/{id}", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.GET, "/api/meter-uploads/{id}/rows", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.POST, "/api/meter-uploads/{id}/confirm", Set.of(METER_SUBMIT)),
            new Command("meter", HttpMethod.GET, "/api/meter-uploads/{id}/result.xlsx", Set.of(METER_SUBMIT)),
            new Command("ticket", HttpMethod.POST, "/api/tickets", Set.of(TICKET_USE, TICKET_DESK)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/priority", Set.of(TICKET_DESK)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/assignment", Set.of(TICKET_DESK)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/dispatch", Set.of(DISPATCH)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/en-route", Set.of(FIELD_WORK)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/arrival", Set.of(FIELD_WORK)),
            new Command(
                    "ticket", HttpMethod.POST, "/api/tickets/{reference}/resolution", Set.of(FIELD_WORK, TICKET_DESK)),
            new Command("ticket", HttpMethod.POST, "/api/tickets/{reference}/closure", Set.of(TICKET_USE, TICKET_DESK)),
            new Command(
                    "ticket",
                    HttpMethod.POST,
                    "/api/tickets/{reference}/comments",
                    Set.of(TICKET_USE, TICKET_DESK, FIELD_WORK, DISPATCH)),
            new Command(
                    "supply", HttpMethod.PUT, "/api/devices/{id}/auto-toner", Set.of(AUTO_TONER_EDIT, AUTO_TONER_DESK)),
            new Command("supply", HttpMethod.DELETE, "/api/devices/{id}/auto-toner", Set.of(AUTO_TONER_DESK)),
            new Command("supply", HttpMethod.POST, "/api/devices/{id}/toner-orders", Set.of(ORDER_DESK)),
            new Command("supply", HttpMethod.POST, "/api/orders/{orderId}/shipment", Set.of(ORDER_DESK)),
            new Command("supply", HttpMethod.POST, "/api/orders/{orderId}/delivery", Set.of(ORDER_DESK)),
            new Command("billing", HttpMethod.POST, "/api/contracts", Set.of(INVOICE_DESK)),
            new Command("billing", HttpMethod.POST, "/api/contracts/{number}/end", Set.of(INVOICE_DESK)),
            new Command("billing", HttpMethod.POST, "/api/contracts/{number}/usage-invoices", Set.of(INVOICE_DESK)));

    private final GatewayProperties properties;
    private final Upstreams upstreams;
    private final CircuitBreakerRegistry breakers;
    private final CircuitBreakerConfig limits;
    private final RequestHeaders headers;
    private final ApplicationAvailability availability;

    Routes(
            GatewayProperties properties,
            Upstreams upstreams,
            CircuitBreakerRegistry breakers,
            ApplicationAvailability availability) {
        this.availability = availability;
        this.properties = properties;
        this.upstreams = upstreams;
        this.headers = new RequestHeaders(properties);
        this.breakers = breakers;
        this.limits = CircuitBreakerConfig.custom()
                .slidingWindow(
                        20,
                        10,
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED,
                        CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(50)
                .slowCallRateThreshold(100)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
    }

    @Bean
    RestClientProxyExchange restClientProxyExchange(GatewayMvcProperties gateway) {
        var limits = properties.gateway();
        return new RestClientProxyExchange(
                RestClient.builder()
                        .requestFactory(new UndrainedRequests(limits.connectLimit(), limits.timeLimit()))
                        .build(),
                gateway);
    }

    @Bean
    RouterFunction<ServerResponse> commandRoutes() {
        var routes = GatewayRouterFunctions.route("commands");
        COMMANDS.forEach(command -> routes.add(route(command)));
        return routes.build();
    }

    @Bean
    RouterFunction<ServerResponse> identityRoutes() {
        return GatewayRouterFunctions.route("identity")
                .route(path("/identity/**").or(path("/identity")), HandlerFunctions.http())
                .filter(passOn("identity", UnaryOperator.identity()))
                .before(headers::forIdentity)
                .build();
    }

    private RouterFunction<ServerResponse> route(Command command) {
        RequestPredicate wanted = method(command.method()).and(RequestPredicates.path(command.path()));
        UnaryOperator<String> path =
                command.service().equals("identity") ? original -> "/identity" + original : UnaryOperator.identity();
        return RouterFunctions.route()
                .route(wanted, HandlerFunctions.http())
                // The first is the outermost: who may not ask is refused whether the service is there or not.
                .before(request -> allowed(command, request))
                .filter(passOn(command.service(), path))
                .filter((request, next) -> ConsistencyTokens.nameSource(command.service(), next.handle(request)))
                .before(headers::forService)
                .build();
    }

    private PassOn passOn(String service, UnaryOperator<String> path) {
        CircuitBreaker breaker = breakers.circuitBreaker(service, limits);
        return new PassOn(upstreams.service(service), breaker, path, availability);
    }

    private static ServerRequest allowed(Command command, ServerRequest request) {
        var caller = CurrentCaller.get().orElseThrow(() -> Rejected.of(CommonProblem.NOT_SIGNED_IN));
        if (!command.anyOf().isEmpty() && command.anyOf().stream().noneMatch(caller::has)) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        return request;
    }
}

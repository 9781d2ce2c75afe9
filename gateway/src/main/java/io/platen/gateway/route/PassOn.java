package io.platen.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.BodyTooLargeException;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.BodyFilterFunctions;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a request to one of a service's instances. Where no connection is taken nothing was sent, so the next instance
 * gets it; every other failure is told to the caller, who repeats with the same idempotency key.
 */
final class PassOn implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(PassOn.class);

    private final Upstream service;
    private final CircuitBreaker breaker;
    private final UnaryOperator<String> path;
    private final ApplicationAvailability availability;

    PassOn(Upstream service, CircuitBreaker breaker, UnaryOperator<String> path, ApplicationAvailability availability) {
        this.service = service;
        this.breaker = breaker;
        this.path = path;
        this.availability = availability;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        // Spring Cloud Gateway knows its filters only when the context is complete, moments after the port has opened.
        if (availability.getLivenessState() != LivenessState.CORRECT) {
            return unavailable("{} is not asked before the start is over", null);
        }
        var rewritten = ServerRequest.from(request).uri(target(request.uri())).build();
        // Before the breaker counts: how the client sends is not the service's doing.
        var body = bodyOf(rewritten);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            return unavailable("The circuit of {} is open", null);
        }
        var start = breaker.getCurrentTimestamp();
        try {
            var response = send(rewritten, body, next);
            // The gateway's own answers for both.
            response.headers().remove(Correlation.HEADER);
            var took = breaker.getCurrentTimestamp() - start;
            if (response.statusCode().value() >= 502 && response.statusCode().value() <= 504) {
                breaker.onError(
                        took,
                        breaker.getTimestampUnit(),
                        new UpstreamFailed(response.statusCode().value()));
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
            return new UpstreamAnswer(service.name(), response);
        } catch (Exception e) {
            if (!isUpstreams(e)) {
                breaker.releasePermission();
                throw e;
            }
            breaker.onError(breaker.getCurrentTimestamp() - start, TimeUnit.NANOSECONDS, e);
            return unavailable("{} did not answer", e);
        }
    }

    private static ByteArrayInputStream bodyOf(ServerRequest request) {
        try {
            return MvcUtils.getOrCacheBody(request);
        } catch (UncheckedIOException e) {
            throw Rejected.of(
                    e.getCause() instanceof BodyTooLargeException
                            ? CommonProblem.BODY_TOO_LARGE
                            : CommonProblem.BAD_REQUEST);
        }
    }

    private ServerResponse send(ServerRequest request, ByteArrayInputStream body, HandlerFunction<ServerResponse> next)
            throws Exception {
        @Nullable Exception refused = null;
        for (var instance : service.inTurn()) {
            try {
                // A second instance gets the whole body, too.
                body.reset();
                MvcUtils.setRequestUrl(request, instance);
                return next.handle(BodyFilterFunctions.adaptCachedBody().apply(request));
            } catch (Exception e) {
                if (!isNotConnected(e)) {
                    throw e;
                }
                refused = e;
                LOG.info("{} at {} takes no connection", service.name(), instance);
            }
        }
        throw refused == null ? new ConnectException("no instance of " + service.name() + " is known") : refused;
    }

    private URI target(URI original) {
        return UriComponentsBuilder.fromUri(original)
                .replacePath(path.apply(original.getRawPath()))
                .build(true)
                .toUri();
    }

    private ServerResponse unavailable(String what, @Nullable Exception cause) {
        LOG.warn(what + (cause == null ? "" : ": " + cause), service.name());
        return new ProblemResponse(
                Rejected.of(CommonProblem.SERVICE_UNAVAILABLE).with("service", service.name()));
    }

    private static boolean isNotConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpstreams(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected) {
                return false;
            }
            if (cause instanceof java.io.IOException) {
                return true;
            }
        }
        return false;
    }

    private static final class UpstreamFailed extends RuntimeException {
        UpstreamFailed(int status) {
            super("status " + status, null, false, false);
        }
    }

    /** A problem in the platform's one form. */
    private record ProblemResponse(Rejected rejected) implements ServerResponse {

        @Override
        public org.springframework.http.HttpStatusCode statusCode() {
            return rejected.code().status();
        }

        @Override
        public org.springframework.http.HttpHeaders headers() {
            return new org.springframework.http.HttpHeaders();
        }

        @Override
        public org.springframework.util.MultiValueMap<String, jakarta.servlet.http.Cookie> cookies() {
            return new org.springframework.util.LinkedMultiValueMap<>();
        }

        @Override
        public org.springframework.web.servlet.@Nullable ModelAndView writeTo(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Context context)
                throws java.io.IOException {
            Problems.write(request, response, rejected);
            return null;
        }
    }
}

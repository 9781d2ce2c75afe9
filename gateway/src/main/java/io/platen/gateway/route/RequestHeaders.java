package io.platen.gateway.route;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.platen.gateway.GatewayProperties;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.CallerAuthentication;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.servlet.function.ServerRequest;

/** What a service hears about a caller: the token, where the platform is seen from, and no cookie of the gateway's. */
final class RequestHeaders {

    private final GatewayProperties properties;

    RequestHeaders(GatewayProperties properties) {
        this.properties = properties;
    }

    ServerRequest forService(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> {
                    headers.remove(HttpHeaders.COOKIE);
                    headers.remove("X-XSRF-TOKEN");
                    headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token());
                    forwarded(request, headers);
                })
                .build();
    }

    ServerRequest forIdentity(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> {
                    var cookies = headers.getOrEmpty(HttpHeaders.COOKIE).stream()
                            .flatMap(line -> Arrays.stream(line.split(";")))
                            .map(String::strip)
                            .filter(cookie -> !cookie.startsWith("PLATEN_SESSION="))
                            .collect(Collectors.joining("; "));
                    headers.remove(HttpHeaders.COOKIE);
                    if (!cookies.isEmpty()) {
                        headers.set(HttpHeaders.COOKIE, cookies);
                    }
                    forwarded(request, headers);
                })
                .build();
    }

    /** Nothing that a client says about where it comes from is believed. */
    private void forwarded(ServerRequest request, HttpHeaders headers) {
        headers.set(Correlation.HEADER, Correlation.current());
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), headers, (carrier, name, value) -> headers.set(name, value));
        var publicUrl = properties.publicUrl();
        var port = publicUrl.getPort() > 0
                ? publicUrl.getPort()
                : publicUrl.getScheme().equals("https") ? 443 : 80;
        headers.remove("Forwarded");
        headers.remove("X-Forwarded-Prefix");
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getHost());
        headers.set("X-Forwarded-Port", Integer.toString(port));
        headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
    }

    private static @Nullable String token() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                        && caller.getCredentials() instanceof Jwt jwt
                ? jwt.getTokenValue()
                : refuse();
    }

    private static @Nullable String refuse() {
        throw Rejected.of(CommonProblem.NOT_SIGNED_IN);
    }
}

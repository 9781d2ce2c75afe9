package io.platen.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A person who mistyped an address gets the portal's own page that says so; programs go on to get a problem. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddress implements HandlerExceptionResolver {

    private static final Set<String> LOOKS = Set.of("GET", "HEAD");

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof NoHandlerFoundException || failure instanceof NoResourceFoundException)
                || !isOfABrowser(request)) {
            return null;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return new ModelAndView("forward:/index.html");
    }

    /** Programs take anything; only a browser that opens a page names HTML. */
    private static boolean isOfABrowser(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return LOOKS.contains(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
    }
}

package io.platen.platform.security;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody into a handler that does not say who may come in. */
public final class FunctionInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionInterceptor.class);
    private static final List<String> FRAMEWORKS = List.of("org.springframework.", "org.springdoc.");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isOfAFramework(method)) {
            return true;
        }
        var open = method.getMethodAnnotation(OpenTo.class);
        var required = method.getMethodAnnotation(RequiresFunction.class);
        if (open != null && open.value() == Audience.ANYBODY) {
            return true;
        }
        var caller = CurrentCaller.get().orElseThrow(() -> Rejected.of(CommonProblem.NOT_SIGNED_IN));
        if (required != null) {
            for (var function : required.value()) {
                if (caller.has(function)) {
                    return true;
                }
            }
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        if (open != null) {
            return true;
        }
        LOG.error("{} says neither which function it requires nor whom it is open to", method);
        throw Rejected.of(CommonProblem.FORBIDDEN);
    }

    /** Their handlers stand behind the filter chain's own rules. */
    private static boolean isOfAFramework(HandlerMethod method) {
        return FRAMEWORKS.stream()
                .anyMatch(prefix -> method.getBeanType().getName().startsWith(prefix));
    }
}

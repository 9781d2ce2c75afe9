package io.platen.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests for handlers that are {@link OpenTo} anybody. */
final class OpenHandlers implements RequestMatcher {

    private final Supplier<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<RequestMatcher> open;

    OpenHandlers(Supplier<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var matchers = open;
        if (matchers == null) {
            open = matchers = find();
        }
        return matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private List<RequestMatcher> find() {
        var found = new ArrayList<RequestMatcher>();
        var patterns = PathPatternRequestMatcher.withDefaults();
        handlers.get().getHandlerMethods().forEach((info, method) -> {
            var open = method.getMethodAnnotation(OpenTo.class);
            if (open != null && open.value() == Audience.ANYBODY) {
                for (var path : info.getPatternValues()) {
                    for (var verb : info.getMethodsCondition().getMethods()) {
                        found.add(patterns.matcher(HttpMethod.valueOf(verb.name()), path));
                    }
                }
            }
        });
        return List.copyOf(found);
    }
}

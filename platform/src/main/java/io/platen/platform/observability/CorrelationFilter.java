package io.platen.platform.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Outermost: even what a filter refuses can be found in the logs. */
public final class CorrelationFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = CorrelationFilter.class.getName();

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getAttribute(ATTRIBUTE) instanceof String known
                ? known
                : Correlation.acceptedOrNew(request.getHeader(Correlation.HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(Correlation.HEADER, id);
        var scope = Correlation.open(id);
        try {
            chain.doFilter(request, response);
        } finally {
            scope.close();
        }
    }
}

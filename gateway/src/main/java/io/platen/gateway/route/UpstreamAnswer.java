package io.platen.gateway.route;

import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a service answered; its body is read while it is written to the caller. A service that dies between its headers and
 * the end of its body leaves nobody knowing what it did, which is what 503 says: the caller repeats with the same key.
 */
record UpstreamAnswer(String service, ServerResponse answer) implements ServerResponse {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamAnswer.class);

    @Override
    public HttpStatusCode statusCode() {
        return answer.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return answer.headers();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return answer.cookies();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws ServletException, IOException {
        try {
            return answer.writeTo(request, response, context);
        } catch (IOException e) {
            if (response.isCommitted()) {
                throw e; // the connection breaks off, which tells the caller the same
            }
            LOG.warn("{} broke off in the middle of its answer: {}", service, e.toString());
            response.reset();
            response.setHeader(Correlation.HEADER, Correlation.current());
            Problems.write(
                    request,
                    response,
                    Rejected.of(CommonProblem.SERVICE_UNAVAILABLE).with("service", service));
            return null;
        }
    }
}

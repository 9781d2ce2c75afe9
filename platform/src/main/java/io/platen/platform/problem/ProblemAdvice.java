package io.platen.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a controller throws. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 100)
public final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Rejections rejections;

    public ProblemAdvice(Rejections rejections) {
        this.rejections = rejections;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // the client is gone
        }
        var rejected = Faults.asRejection(failure);
        if (rejected.code() == CommonProblem.INTERNAL_ERROR) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        } else if (rejected.code() == CommonProblem.SERVICE_UNAVAILABLE) {
            LOG.warn(
                    "{} {} cannot be served now: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        }
        rejections.count(rejected.code());
        var answer = Problems.of(rejected, Problems.languageOf(request));
        if (failure instanceof ErrorResponse response) {
            var headers = new HttpHeaders(response.getHeaders());
            headers.addAll(answer.getHeaders());
            return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
        }
        return answer;
    }
}

package io.platen.platform.web;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Audience;
import io.platen.platform.security.OpenTo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What goes wrong outside the controllers is a problem as well, and shows nothing of the inside. */
@Hidden
@RestController
public class ProblemErrorController implements ErrorController {

    @OpenTo(Audience.ANYBODY)
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return Problems.of(Rejected.of(codeOf(status)), Problems.languageOf(request));
    }

    private static CommonProblem codeOf(int status) {
        return switch (status) {
            case 401 -> CommonProblem.NOT_SIGNED_IN;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.BODY_TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> CommonProblem.TOO_MANY_REQUESTS;
            case 503 -> CommonProblem.SERVICE_UNAVAILABLE;
            default -> status >= 500 ? CommonProblem.INTERNAL_ERROR : CommonProblem.BAD_REQUEST;
        };
    }
}

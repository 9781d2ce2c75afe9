package io.platen.platform.problem;

import io.platen.platform.observability.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Makes problem details of refusals. */
public final class Problems {

    private static final String RETRY_AFTER_SECONDS = "5";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problems() {}

    /** The whole answer; {@code instance} and {@code correlationId} are those of the current request. */
    public static ResponseEntity<ProblemDetail> of(Rejected rejected, Locale language) {
        var status = rejected.code().status();
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status.value() == 503 || status.value() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter(rejected));
        }
        return response.body(detail(rejected, language, currentPath()));
    }

    /** For filters, where no message converter is at hand. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Rejected rejected)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var status = rejected.code().status();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (status.value() == 503 || status.value() == 429) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(rejected));
        }
        var body = JSON.writeValueAsBytes(detail(rejected, languageOf(request), path(request.getRequestURI())));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The best of the three languages for a request. */
    public static Locale languageOf(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            var wishes = request.getLocales();
            while (wishes.hasMoreElements()) {
                var wish = wishes.nextElement();
                for (var language : ProblemTexts.LANGUAGES) {
                    if (language.getLanguage().equals(wish.getLanguage())) {
                        return language;
                    }
                }
            }
        }
        return ProblemTexts.LANGUAGES.getFirst();
    }

    private static ProblemDetail detail(Rejected rejected, Locale language, @Nullable URI instance) {
        var texts = ProblemTexts.instance();
        var code = rejected.code();
        var problem =
                ProblemDetail.forStatusAndDetail(code.status(), texts.text(code.name(), language, rejected.members()));
        problem.setType(URI.create(
                "urn:platen:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(texts.text(code.name() + ".title", language, rejected.members()));
        if (instance != null) {
            problem.setInstance(instance);
        }
        problem.setProperty("code", code.name());
        problem.setProperty("correlationId", Correlation.current());
        if (!rejected.fields().isEmpty()) {
            problem.setProperty("errors", errors(rejected, language));
        }
        rejected.members().forEach(problem::setProperty);
        return problem;
    }

    private static List<Map<String, Object>> errors(Rejected rejected, Locale language) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var field : rejected.fields()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("field", field.field());
            error.put("code", field.code().name());
            error.put("message", ProblemTexts.instance().text(field.code().name(), language, field.params()));
            error.putAll(field.params());
            errors.add(error);
        }
        return errors;
    }

    private static String retryAfter(Rejected rejected) {
        var seconds = rejected.members().get("retryAfter");
        return seconds == null ? RETRY_AFTER_SECONDS : seconds.toString();
    }

    private static @Nullable URI currentPath() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? path(attributes.getRequest().getRequestURI())
                : null;
    }

    private static @Nullable URI path(@Nullable String path) {
        try {
            return path == null ? null : new URI(path);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}

package io.platen.platform.problem;

import io.platen.platform.database.DatabaseFaults;
import io.platen.platform.problem.Rejected.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of any exception what the sender did wrong, or that it was not the sender. */
public final class Faults {

    private static final Set<String> SHOWN_LIMITS = Set.of("min", "max", "value", "integer", "fraction");

    private Faults() {}

    public static Rejected asRejection(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected rejected) {
                return rejected;
            }
            if (cause instanceof BodyTooLargeException) {
                return Rejected.of(CommonProblem.BODY_TOO_LARGE);
            }
            if (cause instanceof ConcurrencyException
                    || cause instanceof LockAcquisitionFailedException
                    || cause instanceof PessimisticLockingFailureException) {
                return Rejected.of(CommonProblem.CONCURRENT_CHANGE);
            }
            if (cause instanceof AggregateNotFoundException) {
                return Rejected.of(CommonProblem.NOT_FOUND);
            }
            // A rollback fails only where the connection is gone; why it was wanted tells more.
            if (cause instanceof TransactionSystemException rollback) {
                var wantedBecause = rollback.getApplicationException();
                if (wantedBecause != null) {
                    return asRejection(wantedBecause);
                }
            }
        }
        if (DatabaseFaults.isOutage(failure)) {
            return Rejected.of(CommonProblem.SERVICE_UNAVAILABLE);
        }
        if (DatabaseFaults.isUnstorableText(failure)) {
            return Rejected.of(CommonProblem.BAD_REQUEST);
        }
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case MethodArgumentNotValidException invalid -> binding(invalid);
            case BindException invalid -> binding(invalid);
            case HandlerMethodValidationException invalid -> method(invalid);
            case ConstraintViolationException invalid -> violations(invalid.getConstraintViolations());
            case MethodArgumentTypeMismatchException mismatch ->
                invalid(mismatch.getName(), FieldProblem.INVALID_FORMAT, Map.of());
            case TypeMismatchException mismatch ->
                invalid(
                        mismatch.getPropertyName() == null ? "" : mismatch.getPropertyName(),
                        FieldProblem.INVALID_FORMAT,
                        Map.of());
            case MissingServletRequestParameterException missing ->
                invalid(missing.getParameterName(), FieldProblem.REQUIRED, Map.of());
            case MissingRequestHeaderException missing ->
                invalid(missing.getHeaderName(), FieldProblem.REQUIRED, Map.of());
            case ServletRequestBindingException binding -> Rejected.of(CommonProblem.VALIDATION_FAILED);
            case AccessDeniedException denied -> Rejected.of(CommonProblem.FORBIDDEN);
            case AuthenticationException unknown -> Rejected.of(CommonProblem.NOT_SIGNED_IN);
            case ErrorResponse response ->
                Rejected.of(ofStatus(response.getStatusCode().value()));
            default -> Rejected.of(CommonProblem.INTERNAL_ERROR);
        };
    }

    static ProblemCode ofStatus(int status) {
        for (var code : CommonProblem.values()) {
            if (code.status().value() == status
                    && code != CommonProblem.VALIDATION_FAILED
                    && code != CommonProblem.MALFORMED_BODY
                    && code != CommonProblem.UNKNOWN_FIELD
                    && code != CommonProblem.IDEMPOTENCY_KEY_REQUIRED
                    && code != CommonProblem.IDEMPOTENCY_KEY_REUSED) {
                return code;
            }
        }
        return status >= 500 ? CommonProblem.INTERNAL_ERROR : CommonProblem.BAD_REQUEST;
    }

    /** Of a body, or a part of one, that is not what was asked for. */
    public static Rejected unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            var field = path(unknown.getPath(), unknown.getPropertyName());
            return Rejected.of(CommonProblem.UNKNOWN_FIELD)
                    .with("field", field)
                    .field(field, FieldProblem.UNKNOWN_FIELD, Map.of());
        }
        if ((cause instanceof DatabindException || cause instanceof InputCoercionException)
                && cause instanceof JacksonException misplaced
                && !misplaced.getPath().isEmpty()) {
            return invalid(path(misplaced.getPath(), null), FieldProblem.INVALID_VALUE, Map.of());
        }
        return Rejected.of(CommonProblem.MALFORMED_BODY);
    }

    private static String path(List<JacksonException.Reference> references, @Nullable String last) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            } else if (reference.getIndex() >= 0) {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.isEmpty() && last != null ? last : path.toString();
    }

    private static Rejected binding(BindException invalid) {
        return withFields(
                invalid.getAllErrors().stream().map(error -> field(error, null)).toList());
    }

    private static Rejected method(HandlerMethodValidationException invalid) {
        var fields = new ArrayList<FieldError>();
        for (var result : invalid.getParameterValidationResults()) {
            var parameter = result.getMethodParameter().getParameterName();
            for (var error : result.getResolvableErrors()) {
                fields.add(field(error, parameter));
            }
        }
        return withFields(fields);
    }

    private static FieldError field(MessageSourceResolvable error, @Nullable String parameter) {
        var name = error instanceof org.springframework.validation.FieldError field
                ? field.getField()
                : parameter == null ? "" : parameter;
        var violation = error instanceof ObjectError object && object.contains(ConstraintViolation.class)
                ? object.unwrap(ConstraintViolation.class)
                : null;
        if (violation != null) {
            return field(name, violation);
        }
        if (error instanceof org.springframework.validation.FieldError field && field.isBindingFailure()) {
            return new FieldError(name, FieldProblem.INVALID_FORMAT, Map.of());
        }
        var codes = error.getCodes();
        return new FieldError(
                name, codeOf(codes == null || codes.length == 0 ? "" : codes[codes.length - 1], Map.of()), Map.of());
    }

    private static Rejected violations(Set<ConstraintViolation<?>> violations) {
        return withFields(violations.stream()
                .map(violation -> field(violation.getPropertyPath().toString(), violation))
                .toList());
    }

    private static FieldError field(String name, ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        var attributes = descriptor.getAttributes();
        var constraint = descriptor.getAnnotation().annotationType().getSimpleName();
        var params = new LinkedHashMap<String, Object>();
        attributes.forEach((key, value) -> {
            if (SHOWN_LIMITS.contains(key)
                    && !Integer.valueOf(Integer.MAX_VALUE).equals(value)) {
                params.put(key, value);
            }
        });
        var code = codeOf(constraint, attributes);
        if (code == FieldProblem.TOO_LONG
                && attributes.get("min") instanceof Integer min
                && violation.getInvalidValue() instanceof CharSequence text
                && text.length() < min) {
            code = FieldProblem.TOO_SHORT;
        }
        var limit = params.remove("value");
        if (limit != null) {
            params.put(constraint.contains("Min") ? "min" : "max", limit);
        }
        return new FieldError(name, code, params);
    }

    private static FieldProblem codeOf(String constraint, Map<String, Object> attributes) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> FieldProblem.REQUIRED;
            case "Size", "Length" -> FieldProblem.TOO_LONG;
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero", "Negative", "Digits" ->
                FieldProblem.OUT_OF_RANGE;
            case "Pattern", "Email" -> FieldProblem.INVALID_FORMAT;
            default -> FieldProblem.INVALID_VALUE;
        };
    }

    private static Rejected withFields(List<FieldError> fields) {
        var rejected = Rejected.of(CommonProblem.VALIDATION_FAILED);
        for (var field : fields) {
            rejected = rejected.field(field.field(), field.code(), field.params());
        }
        return rejected;
    }

    private static Rejected invalid(String field, ProblemCode code, Map<String, Object> params) {
        return Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, code, params);
    }
}

package io.platen.identity;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Rules of this service that a request can break. */
public enum IdentityProblem implements ProblemCode {
    CUSTOMER_ACCOUNT_NUMBER_TAKEN,
    SYSTEM_ACCOUNT_NUMBER_TAKEN,
    ACCOUNT_UNKNOWN,
    COUNTRY_UNKNOWN,
    EMAIL_INVALID,
    EMAIL_TAKEN,
    LANGUAGE_UNKNOWN,
    PASSWORD_WEAK,
    ROLE_UNKNOWN,
    ROLE_MISSING,
    FUNCTION_UNKNOWN,
    FUNCTION_NOT_ALLOWED_FOR_ROLE,
    FUNCTION_GIVEN_BY_WEB_ADMINISTRATOR_ONLY,
    CUSTOMER_OR_STAFF,
    USER_DEACTIVATED,
    OWN_RIGHTS;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

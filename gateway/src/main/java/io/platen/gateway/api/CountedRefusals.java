package io.platen.gateway.api;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Who is not signed in never comes as far as the interceptors: his calls are counted where they are refused. */
@Configuration(proxyBeanMethods = false)
class CountedRefusals {

    @Bean
    AuthenticationEntryPoint countingEntryPoint(RateLimit rateLimit) {
        return (request, response, failure) -> {
            if (rateLimit.admits(request, response)) {
                Problems.write(request, response, Rejected.of(CommonProblem.NOT_SIGNED_IN));
            }
        };
    }

    /** A form without its token is refused before anybody looks who sent it. */
    @Bean
    AccessDeniedHandler countingAccessDenied(RateLimit rateLimit) {
        return (request, response, failure) -> {
            if (rateLimit.admits(request, response)) {
                Problems.write(request, response, Rejected.of(CommonProblem.FORBIDDEN));
            }
        };
    }
}

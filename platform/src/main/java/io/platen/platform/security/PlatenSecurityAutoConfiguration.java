package io.platen.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import jakarta.servlet.DispatcherType;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A resource server that answers nobody without a token. It is the last filter chain: a service with sign-in pages of its
 * own puts chains before it. {@code platen.security.resource-server=false} leaves only the caller and the functions.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class PlatenSecurityAutoConfiguration {

    private static final String BEARER = "Bearer ";
    private static final int KEYS_TIMEOUT_MILLIS = 2_000;
    private static final long KEYS_OUTAGE_MILLIS = 4 * 60 * 60 * 1_000L;

    @Bean
    @ConditionalOnMissingBean
    AuthenticationEntryPoint problemEntryPoint() {
        return (request, response, failure) ->
                Problems.write(request, response, Rejected.of(CommonProblem.NOT_SIGNED_IN));
    }

    @Bean
    @ConditionalOnMissingBean
    AccessDeniedHandler problemAccessDenied() {
        return (request, response, failure) -> Problems.write(request, response, Rejected.of(CommonProblem.FORBIDDEN));
    }

    /** Keys that are known stay good for a while when the issuer is away. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "platen.security.resource-server", matchIfMissing = true)
    JwtDecoder jwtDecoder(
            @Value("${platen.public-url:http://localhost:8080}") String publicUrl,
            @Value("${platen.identity-url:http://localhost:8081/identity}") String identityUrl,
            Clock clock)
            throws MalformedURLException {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        URI.create(identityUrl + "/oauth2/jwks").toURL(),
                        new DefaultResourceRetriever(KEYS_TIMEOUT_MILLIS, KEYS_TIMEOUT_MILLIS))
                .outageTolerant(KEYS_OUTAGE_MILLIS)
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validators below do
        var decoder = new NimbusJwtDecoder(processor);
        var validator = JwtValidators.createDefaultWithIssuer(publicUrl + "/identity");
        decoder.setJwtValidator(validator);
        return new RememberingJwtDecoder(decoder, validator, clock);
    }

    /** What stands behind {@code Bearer}, whatever it is: the decoder judges it. Tokens in forms and queries are none. */
    @Bean
    @ConditionalOnMissingBean
    BearerTokenResolver bearerTokenResolver() {
        return request -> {
            var header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                return null;
            }
            var token = header.substring(BEARER.length()).strip();
            return token.isEmpty() ? null : token;
        };
    }

    /** Whoever keeps no rights believes the token. */
    @Bean
    @ConditionalOnMissingBean
    CurrentRights currentRights() {
        return Optional::of;
    }

    /** A span and a timer for every filter of every request tell nothing that the request's own do not. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 100)
    @ConditionalOnProperty(name = "platen.security.resource-server", matchIfMissing = true)
    SecurityFilterChain callersOnly(
            HttpSecurity http,
            JwtDecoder decoder,
            CurrentRights rights,
            AuthenticationEntryPoint entryPoint,
            AccessDeniedHandler denied,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        return http.csrf(csrf -> csrf.disable()) // no cookie is looked at
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new UnavailableIssuerFilter(), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/actuator/health",
                                        "/actuator/health/**",
                                        "/actuator/prometheus",
                                        "/v3/api-docs",
                                        "/v3/api-docs/**")
                                .permitAll()
                                .requestMatchers(new OpenHandlers(handlers::getObject))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new TokenToCaller(rights)))
                        .authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(denied))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(entryPoint).accessDeniedHandler(denied))
                .build();
    }

    @Bean
    WebMvcConfigurer callerInControllers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentCaller());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FunctionInterceptor());
            }
        };
    }
}

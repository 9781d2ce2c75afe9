package io.platen.gateway.session;

import io.platen.gateway.live.RightsWatch;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.CallerAuthentication;
import io.platen.platform.security.CallerClaims;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Sessions for browsers, bearer tokens for machines, on the same paths; the API answers 401 and never redirects. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    private static final String CSP =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** identity-service guards itself, with cookies and headers of its own. */
    @Bean
    @Order(1)
    SecurityFilterChain identityGuardsItself(HttpSecurity http) {
        return http.securityMatcher("/identity/**")
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> anonymous.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(sessions -> sessions.disable())
                .addFilterBefore(new ChosenLanguage(), AuthorizationFilter.class)
                // What it tells of itself is for those who stand beside it.
                .authorizeHttpRequests(requests -> requests.requestMatchers("/identity/actuator/**", "/identity/v3/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            JwtDecoder decoder,
            TokenRefresh refresh,
            SessionTokens tokens,
            RightsWatch rights,
            SignOut signOut,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeTokens,
            AuthenticationEntryPoint entryPoint,
            AccessDeniedHandler denied,
            @Value("${platen.gateway.scrapers:}") List<String> networksOfScrapers) {
        var scrapers = new Scrapers(networksOfScrapers);
        RequestMatcher everything = request -> true;
        Converter<Jwt, CallerAuthentication> toCaller = GatewaySecurity::caller;
        return http.securityMatcher(everything)
                .csrf(csrf -> csrf.spa())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CSP))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        // The portal's files say themselves how long they may be kept.
                        .cacheControl(cache -> cache.disable()))
                .addFilterBefore(
                        (request, response, chain) -> {
                            try {
                                chain.doFilter(request, response);
                            } catch (AuthenticationServiceException e) {
                                Problems.write(
                                        (jakarta.servlet.http.HttpServletRequest) request,
                                        (jakarta.servlet.http.HttpServletResponse) response,
                                        Rejected.of(CommonProblem.SERVICE_UNAVAILABLE));
                            }
                        },
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new CallerFilter(refresh, tokens, decoder, rights), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/api/openapi.json")
                                .permitAll()
                                .requestMatchers("/api/**")
                                .authenticated()
                                .requestMatchers("/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(scrapers::mayRead)
                                .permitAll()
                                .requestMatchers("/actuator/**", "/v3/**")
                                .denyAll()
                                .anyRequest()
                                .permitAll())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + Registrations.ID)
                        .authorizedClientRepository(tokens)
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeTokens))
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/?sign-in=failed"))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(toCaller))
                                .authenticationEntryPoint(entryPoint)
                                .accessDeniedHandler(denied))
                .logout(logout -> logout.addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut)
                        .deleteCookies("PLATEN_SESSION"))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(entryPoint).accessDeniedHandler(denied))
                .build();
    }

    private static CallerAuthentication caller(Jwt token) {
        try {
            return new CallerAuthentication(CallerClaims.read(token.getSubject(), token.getClaims()), token);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token does not say who calls", e);
        }
    }
}

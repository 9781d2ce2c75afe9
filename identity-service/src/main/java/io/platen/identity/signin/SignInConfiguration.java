package io.platen.identity.signin;

import io.platen.identity.token.Clients;
import io.platen.identity.user.Language;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The chain of the sign-in page; it comes after that of the authorization server. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain signIn(
            HttpSecurity http,
            PasswordSignIn provider,
            Clients clients,
            @Value("${platen.public-url}") String publicUrl) {
        var onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setDefaultTargetUrl(publicUrl + "/");
        // a browser applies form-action to the redirects that follow, and they lead to the clients
        var targets = clients.redirectUris().stream()
                .map(URI::create)
                .map(uri -> uri.getScheme() + "://" + uri.getAuthority());
        var formAction = Stream.concat(Stream.of("'self'"), targets).distinct().collect(Collectors.joining(" "));
        var policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                + " frame-ancestors 'none'; form-action " + formAction;
        return http.securityMatcher(SignInPage.PATH, "/assets/**")
                .authenticationManager(new ProviderManager(provider)) // no parent, which would ask the same once more
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .loginProcessingUrl(SignInPage.PATH)
                        .successHandler(onward)
                        .failureHandler((request, response, failure) -> response.sendRedirect(back(
                                request, failure instanceof LockedException ? "LOGIN_LOCKED" : "INVALID_CREDENTIALS"))))
                .exceptionHandling(failures -> failures.accessDeniedHandler(
                        (request, response, denied) -> response.sendRedirect(back(request, "PAGE_EXPIRED"))))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> {}))
                .build();
    }

    private static String back(HttpServletRequest request, String error) {
        var lang = request.getParameter(SignInPage.LANG);
        return request.getContextPath() + SignInPage.PATH + "?" + SignInPage.ERROR + "=" + error
                + (lang != null && Language.ALL.contains(lang) ? "&" + SignInPage.LANG + "=" + lang : "");
    }

    /** Its own name: on one host the gateway's session cookie lies beside it. */
    @Bean
    CookieSerializer sessionCookie(@Value("${platen.public-url}") String publicUrl) {
        var cookie = new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return super.readCookieValues(request).stream()
                        .filter(PlainText::is) // the database is asked for it before anybody is known
                        .toList();
            }
        };
        cookie.setCookieName("PLATEN_IDENTITY");
        cookie.setCookiePath("/identity");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(publicUrl.startsWith("https:"));
        return cookie;
    }
}

package io.platen.identity.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Signing out ends the session here and what the client was given (ID-50). A hint that is out of date, because the token
 * was refreshed since, still signs out of this browser.
 */
@Component
class SignOut implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final OAuth2AuthorizationService authorizations;
    private final OidcLogoutAuthenticationSuccessHandler onward = new OidcLogoutAuthenticationSuccessHandler();
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();
    private final String publicUrl;

    SignOut(OAuth2AuthorizationService authorizations, @Value("${platen.public-url}") String publicUrl) {
        this.authorizations = authorizations;
        this.publicUrl = publicUrl;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication instanceof OidcLogoutAuthenticationToken logout) {
            var authorization = authorizations.findByToken(
                    logout.getIdTokenHint(), new OAuth2TokenType(OidcParameterNames.ID_TOKEN));
            if (authorization != null) {
                authorizations.remove(authorization);
            }
        }
        onward.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        session.logout(request, response, null);
        response.sendRedirect(publicUrl + "/");
    }
}

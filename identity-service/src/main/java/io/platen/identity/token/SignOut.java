package io.platen.identity.token;

import io.platen.contracts.id.UserId;
import io.platen.identity.user.SignInJournal;
import io.platen.identity.user.UserCommand.RecordSignOut;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Signing out ends the session here and what the client was given (ID-50), and everybody is told, so that access tokens
 * are refused as well. A client that gives back its refresh token signs out; the browser that comes by afterwards does
 * not do so twice. A hint that is out of date, because the token was refreshed since, still signs out of this browser.
 */
@Component
class SignOut implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final OAuth2AuthorizationService authorizations;
    private final SignInJournal journal;
    private final Clock clock;
    private final OidcLogoutAuthenticationSuccessHandler onward = new OidcLogoutAuthenticationSuccessHandler();
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();
    private final String publicUrl;

    SignOut(
            OAuth2AuthorizationService authorizations,
            SignInJournal journal,
            Clock clock,
            @Value("${platen.public-url}") String publicUrl) {
        this.authorizations = authorizations;
        this.journal = journal;
        this.clock = clock;
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
                var longest = longestOf(authorization);
                if (longest != null && !longest.isInvalidated()) {
                    signedOut(authorization);
                }
                authorizations.remove(authorization);
            }
        }
        onward.onAuthenticationSuccess(request, response, authentication);
    }

    void onRevocation(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication instanceof OAuth2TokenRevocationAuthenticationToken revocation) {
            var authorization = authorizations.findByToken(revocation.getToken(), null);
            if (authorization != null) {
                var longest = longestOf(authorization);
                if (longest != null && longest.getToken().getTokenValue().equals(revocation.getToken())) {
                    signedOut(authorization);
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_OK);
    }

    /** An agent is nobody who signs in or out. */
    private void signedOut(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.AUTHORIZATION_CODE.equals(authorization.getAuthorizationGrantType())) {
            journal.enter(new RecordSignOut(UserId.of(authorization.getPrincipalName()), clock.instant()));
        }
    }

    private static OAuth2Authorization.@Nullable Token<? extends OAuth2Token> longestOf(
            OAuth2Authorization authorization) {
        var refresh = authorization.getRefreshToken();
        return refresh == null ? authorization.getAccessToken() : refresh;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        session.logout(request, response, null);
        response.sendRedirect(publicUrl + "/");
    }
}

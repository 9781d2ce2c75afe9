package io.platen.gateway.session;

import io.platen.gateway.GatewayProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session here, makes its tokens worthless, and tells the browser where to end the one with identity-service:
 * a script cannot follow a redirect there, so the address is in {@code Location} beside a 204.
 */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

    private final SessionTokens tokens;
    private final GatewayProperties properties;
    private final RestClient identity;

    SignOut(SessionTokens tokens, GatewayProperties properties, IdentityClient identity) {
        this.tokens = tokens;
        this.properties = properties;
        this.identity = identity.client();
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SessionTokens.keyOf(request).ifPresent(key -> {
            var client = tokens.find(key);
            tokens.remove(key);
            client.ifPresent(known -> {
                var refresh = known.getRefreshToken();
                if (refresh != null) {
                    revoke(refresh.getTokenValue(), "refresh_token");
                }
                revoke(known.getAccessToken().getTokenValue(), "access_token");
            });
        });
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var home = properties.publicBase() + "/";
        var location = home;
        if (authentication instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof OidcUser user) {
            location = UriComponentsBuilder.fromUriString(properties.issuer() + "/connect/logout")
                    .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                    .queryParam("post_logout_redirect_uri", home)
                    .encode()
                    .toUriString();
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader(HttpHeaders.LOCATION, location);
    }

    private void revoke(String token, String kind) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", token);
        form.add("token_type_hint", kind);
        try {
            identity.post()
                    .uri(properties.identityBase() + "/oauth2/revoke")
                    .headers(headers -> headers.setBasicAuth(
                            Registrations.CLIENT_ID,
                            properties.clients().gateway().secret()))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            // The person is signed out here all the same; the token dies of old age.
            LOG.warn("A {} could not be revoked: {}", kind, e.toString());
        }
    }
}

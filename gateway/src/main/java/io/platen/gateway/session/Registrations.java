package io.platen.gateway.session;

import io.platen.gateway.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The gateway as a client of identity-service. Browsers go by the public address and the gateway by the inner one; nothing
 * is discovered, so that either may start first.
 */
@Configuration(proxyBeanMethods = false)
class Registrations {

    static final String CLIENT_ID = "gateway";
    static final String ID = "platen";

    @Bean
    ClientRegistration platenRegistration(GatewayProperties properties) {
        var inside = properties.identityBase();
        return ClientRegistration.withRegistrationId(ID)
                .clientId(CLIENT_ID)
                .clientSecret(properties.clients().gateway().secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(properties.publicBase() + "/login/oauth2/code/" + ID)
                .scope("openid")
                .issuerUri(properties.issuer())
                .authorizationUri(properties.issuer() + "/oauth2/authorize")
                .tokenUri(inside + "/oauth2/token")
                .jwkSetUri(inside + "/oauth2/jwks")
                .userInfoUri(inside + "/userinfo")
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(ClientRegistration platen) {
        return new InMemoryClientRegistrationRepository(platen);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokens(IdentityClient identity) {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(identity.tokenClient());
        return client;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeTokens(IdentityClient identity) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(identity.tokenClient());
        return client;
    }
}

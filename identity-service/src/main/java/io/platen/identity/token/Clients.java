package io.platen.identity.token;

import io.platen.contracts.id.AgentId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Who may ask for tokens: the gateway, the command line, and device agents. */
@Component
@Order(1)
public class Clients implements ApplicationRunner {

    static final Duration ACCESS_TOKEN = Duration.ofMinutes(15);
    static final Duration REFRESH_TOKEN = Duration.ofHours(12);
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new client's secret with its hash; only the hash is kept. */
    public record Secret(String plain, String hash) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    private final RegisteredClientRepository repository;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String publicUrl;
    private final String gatewaySecret;
    private final List<String> furtherRedirects;

    Clients(
            RegisteredClientRepository repository,
            PasswordEncoder encoder,
            Clock clock,
            @Value("${platen.public-url}") String publicUrl,
            @Value("${platen.clients.gateway-secret:${platen.clients.gateway.secret:}}") String gatewaySecret,
            @Value("${platen.gateway.redirect-uris:}") List<String> furtherRedirects) {
        this.repository = repository;
        this.encoder = encoder;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.gatewaySecret = gatewaySecret;
        this.furtherRedirects =
                furtherRedirects.stream().filter(uri -> !uri.isBlank()).toList();
    }

    /** Where people are sent with a code. */
    public List<String> redirectUris() {
        var uris = new ArrayList<String>();
        uris.add(publicUrl + "/login/oauth2/code/platen");
        uris.addAll(furtherRedirects);
        return uris;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!gatewaySecret.isBlank()) {
            save(gateway());
        }
        save(commandLine());
    }

    public Secret newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var plain = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Secret(plain, hash(plain));
    }

    /** In the transaction of the event. */
    public void registerAgent(AgentId agent, String name, Secret secret) {
        repository.save(RegisteredClient.withId(agent.toString())
                .clientId(agent.toString())
                .clientIdIssuedAt(clock.instant())
                .clientSecret(secret.hash())
                .clientName(name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens())
                .build());
    }

    private RegisteredClient gateway() {
        return RegisteredClient.withId("gateway")
                .clientId("gateway")
                .clientSecret(hash(gatewaySecret))
                .clientName("Platen")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(redirectUris()))
                .postLogoutRedirectUris(uris -> {
                    for (var redirect : redirectUris()) {
                        var origin = URI.create(redirect).resolve("/").toString();
                        uris.add(origin);
                        uris.add(origin.substring(0, origin.length() - 1));
                        uris.add(origin + "signed-out");
                    }
                })
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens())
                .build();
    }

    /** Public, so PKCE is its only proof; it gets no refresh token. */
    private RegisteredClient commandLine() {
        return RegisteredClient.withId("platen-cli")
                .clientId("platen-cli")
                .clientName("Platen command line")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(publicUrl + "/cli-callback")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens())
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(ACCESS_TOKEN)
                .refreshTokenTimeToLive(REFRESH_TOKEN)
                .reuseRefreshTokens(false)
                .build();
    }

    private void save(RegisteredClient client) {
        try {
            repository.save(client);
        } catch (DuplicateKeyException | IllegalArgumentException e) {
            // another instance that starts at the same moment was first
            if (repository.findById(client.getId()) == null) {
                throw e;
            }
        }
    }

    private String hash(String secret) {
        return Objects.requireNonNull(encoder.encode(secret));
    }
}

package io.platen.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people, the identity provider and the services are.
 *
 * @param publicUrl as people's browsers see the platform
 * @param identityUrl the identity provider as the gateway reaches it, with its context path
 * @param services addresses of each service's instances
 */
@ConfigurationProperties("platen")
public record GatewayProperties(
        URI publicUrl,
        URI identityUrl,
        Clients clients,
        Map<String, List<String>> services,
        Gateway gateway,
        View view) {

    /** The OAuth client that the gateway is. */
    public record Clients(Secret gateway) {

        public record Secret(@DefaultValue("") String secret) {}
    }

    /**
     * @param requestsPerMinute of one caller, before he gets 429
     * @param instances of the gateway among which a balancer spreads requests: each allows its share
     * @param proxies addresses of balancers whose {@code X-Forwarded-For} tells where a request comes from
     * @param timeLimit for a service to begin its answer
     * @param connectLimit for a service to take a connection
     */
    public record Gateway(
            @DefaultValue("600") int requestsPerMinute,
            @DefaultValue("1") int instances,
            @DefaultValue List<String> proxies,
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("1s") Duration connectLimit) {}

    /**
     * @param rebuild throw the view away at start and make it again from the topics
     * @param keepEvents how far back a live stream can be resumed
     * @param waitForConsistency how long a query waits for the effect of the caller's own command
     */
    public record View(
            @DefaultValue("false") boolean rebuild,
            @DefaultValue("24h") Duration keepEvents,
            @DefaultValue("2s") Duration waitForConsistency,
            @DefaultValue("15s") Duration heartbeat) {}

    /** Without a slash at the end. */
    public String publicBase() {
        return withoutSlash(publicUrl.toString());
    }

    public String identityBase() {
        return withoutSlash(identityUrl.toString());
    }

    public String issuer() {
        return publicBase() + "/identity";
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}

package io.platen.gateway.api;

import io.platen.gateway.GatewayProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * TLS ends in front of the gateway, and no header says so that anybody could not send. Where the public address is an
 * https one, every request counts as secure: cookies are marked so and HSTS is told.
 */
@Component
class BehindTls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int HTTPS_PORT = 443;

    private final GatewayProperties properties;

    BehindTls(GatewayProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        var address = properties.publicUrl();
        if ("https".equalsIgnoreCase(address.getScheme())) {
            tomcat.addConnectorCustomizers(connector -> {
                connector.setScheme("https");
                connector.setSecure(true);
                connector.setProxyName(address.getHost());
                connector.setProxyPort(address.getPort() > 0 ? address.getPort() : HTTPS_PORT);
            });
        }
    }
}

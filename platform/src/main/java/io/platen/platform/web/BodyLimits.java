package io.platen.platform.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a body may be.
 *
 * @param maxBody of every request
 * @param largerBodies by their exact path, where whole files are sent
 */
@ConfigurationProperties("platen.web")
record BodyLimits(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> largerBodies) {

    long of(String path) {
        return largerBodies.getOrDefault(path, maxBody).toBytes();
    }
}

package io.platen.agent.snmp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to speak with printers.
 *
 * @param community v2c community, used unless a v3 user is given
 * @param timeout how long one answer may take
 * @param retries how often a request is repeated before the printer counts as silent
 * @param deadline how long reading one printer may take in all
 */
public record SnmpSettings(String community, @Nullable V3User v3, Duration timeout, int retries, Duration deadline) {

    /**
     * A user of SNMP v3 at the level authPriv.
     *
     * @param authProtocol MD5, SHA, SHA256, SHA384 or SHA512
     * @param privProtocol DES, AES128, AES192 or AES256
     */
    public record V3User(
            String name, String authProtocol, String authPassword, String privProtocol, String privPassword) {

        public V3User {
            if (authPassword.length() < 8 || privPassword.length() < 8) {
                throw new IllegalArgumentException("SNMP v3 passwords have 8 characters or more");
            }
        }

        @Override
        public String toString() {
            return name + " (" + authProtocol + ", " + privProtocol + ")";
        }
    }

    public static SnmpSettings v2c(String community) {
        return new SnmpSettings(community, null, Duration.ofSeconds(2), 1, Duration.ofSeconds(60));
    }

    public SnmpSettings withTimeout(Duration perAnswer, int times) {
        return new SnmpSettings(community, v3, perAnswer, times, deadline);
    }

    public SnmpSettings withUser(V3User user) {
        return new SnmpSettings(community, user, timeout, retries, deadline);
    }

    @Override
    public String toString() {
        return v3 == null ? "SNMP v2c" : "SNMP v3 as " + v3;
    }
}

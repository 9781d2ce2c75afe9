package io.platen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentConfigTest {

    private static final Map<String, String> LEAST = Map.of(
            "platen.agent.client-id", "agent-1",
            "platen.agent.client-secret", "secret",
            "platen.agent.printers", "10.0.0.7, 10.0.0.8:1161");

    @Test
    void theLeastIsCredentialsAndPrinters() throws Exception {
        var config = AgentConfig.from(LEAST, Map.of());

        assertThat(config.platformUrl()).hasToString("http://localhost:8080");
        assertThat(config.tokenUrl()).hasToString("http://localhost:8080/identity/oauth2/token");
        assertThat(config.printers()).hasSize(2);
        assertThat(config.countersEvery()).isEqualTo(Duration.ofHours(8));
        assertThat(config.suppliesEvery()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.searchEvery()).isEqualTo(Duration.ofHours(1));
        assertThat(config.authorities()).isNull();
        assertThat(config.statusPort()).isEqualTo(AgentConfig.USUAL_STATUS_PORT);
        assertThat(config.statusRequired()).isFalse();
        assertThat(config.snmp().v3()).isNull();
    }

    @Test
    void aPropertyBeatsTheEnvironmentAndThatTheFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("agent.properties"), """
            platen.agent.low-percent=1
            platen.agent.counters-every=1h
            platen.agent.supplies-every=1m
            """);
        var properties = with("platen.agent.low-percent", "3");
        var environment = Map.of(
                "PLATEN_AGENT_CONFIG", file.toString(),
                "PLATEN_AGENT_LOW_PERCENT", "2",
                "PLATEN_AGENT_COUNTERS_EVERY", "PT2H");

        var config = AgentConfig.from(properties, environment);

        assertThat(config.lowPercent()).isEqualTo(3);
        assertThat(config.countersEvery()).isEqualTo(Duration.ofHours(2));
        assertThat(config.suppliesEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aUserMeansSnmpV3() throws Exception {
        var properties = with("platen.agent.snmp.user", "reader");
        properties.put("platen.agent.snmp.auth-password", "authentic!");
        properties.put("platen.agent.snmp.priv-password", "private!!");

        var config = AgentConfig.from(properties, Map.of());

        assertThat(config.snmp()).hasToString("SNMP v3 as reader (SHA256, AES128)");
        assertThat(config.toString()).doesNotContain("secret").doesNotContain("authentic");
    }

    @ParameterizedTest
    @CsvSource({
        "client-id, ''",
        "client-secret, ''",
        "printers, ' , '",
        "printers, host:99999",
        "ranges, 10.0.0.0/2",
        "platform-url, nowhere",
        "counters-every, soon",
        "supplies-every, 1ms",
        "search-every, 1ms",
        "low-percent, ten",
        "low-percent, 101",
        "buffered-reports, 0",
        "snmp.user, reader"
    })
    void whatCannotBeReadIsNamed(String key, String value) {
        var properties = with("platen.agent." + key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgentConfig.from(properties, Map.of()))
                .withMessageMatching(".{8,}");
    }

    private static Map<String, String> with(String key, String value) {
        var properties = new HashMap<>(LEAST);
        properties.put(key, value);
        return properties;
    }
}

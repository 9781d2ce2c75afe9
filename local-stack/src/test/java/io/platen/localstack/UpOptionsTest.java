package io.platen.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpOptionsTest {

    @Test
    void nothingSaidMeansDemoOnTheUsualPort() {
        var options = UpOptions.parse(List.of());

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.demo()).isTrue();
        assertThat(options.detach()).isFalse();
        assertThat(options.walks()).isNull();
        assertThat(options.instances()).isEmpty();
    }

    @Test
    void everythingCanBeSaid(@TempDir Path walks) {
        var options = UpOptions.parse(List.of(
                "--detach", "--reset", "--walks", walks.toString(), "--port=9000", "--instances", "meter=2,gateway=2"));

        assertThat(options.detach()).isTrue();
        assertThat(options.reset()).isTrue();
        assertThat(UpOptions.parse(List.of("--no-demo")).demo()).isFalse();
        assertThat(options.walks()).isEqualTo(walks);
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.instances())
                .containsOnly(java.util.Map.entry("meter", 2), java.util.Map.entry("gateway", 2));
    }

    @Test
    void walksWithoutTheAccountsTheyBelongToAreRefused(@TempDir Path walks) {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--no-demo", "--walks", walks.toString())))
                .hasMessageContaining("--walks needs the demo data");
    }

    @Test
    void nonsenseIsRefusedByName() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--colour"))).hasMessageContaining("'--colour'");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port", "many"))).hasMessageContaining("'many'");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port", "70000"))).hasMessageContaining("70000");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--walks", "/no/such/folder")))
                .hasMessageContaining("/no/such/folder");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--instances", "meter")))
                .hasMessageContaining("meter");
    }
}

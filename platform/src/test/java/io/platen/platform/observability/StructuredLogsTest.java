package io.platen.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.web.PlatenDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class StructuredLogsTest {

    static class Nothing {}

    @Test
    void aServiceWritesStructuredLogs() {
        var environment = new StandardEnvironment();
        new PlatenDefaults().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getPropertySources().get("platen defaults"))
                .satisfies(defaults -> assertThat(defaults.getProperty("logging.structured.format.console"))
                        .isEqualTo("ecs"));
    }

    @Test
    void theCorrelationIdIsAFieldForMachinesAndStandsInTheLineForPeople(CapturedOutput output) {
        log("ecs", "for-machines");
        log("", "for-people");

        assertThat(output.getOut().lines().filter(line -> line.contains("something happened")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("{").contains("\"correlationId\":\"for-machines\""))
                .anySatisfy(line -> assertThat(line).doesNotStartWith("{").contains("[for-people "));
    }

    private static void log(String format, String correlation) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--logging.structured.format.console=" + format)) {
            var scope = Correlation.open(correlation);
            LoggerFactory.getLogger(context.getClass()).info("something happened");
            scope.close();
        }
    }
}

package io.platen.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;

@AnalyzeClasses(packages = "io.platen.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.gateway");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();

    @ArchTest
    static final ArchRule DECIDES_NOTHING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework.commandhandling..",
                    "org.axonframework.modelling..",
                    "org.axonframework.eventsourcing..")
            .because("commands are the services' business; the gateway passes on and shows");

    @ArchTest
    static final ArchRule PROJECTIONS_ONLY_WRITE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Projection")
            .and()
            .doNotHaveSimpleName("ViewProjection")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..")
            .because("statements of several events go out together (ADR 25): what one wrote cannot be read yet");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchitectureRules.timeComesFromAClock();

    @Test
    void theRulesCanFail() {
        var offender = new ClassFileImporter().importClasses(OffenderProjection.class);
        var rules = new ArchRule[] {
            EVERY_HANDLER_SAYS_WHO_MAY_COME_IN, DECIDES_NOTHING, PROJECTIONS_ONLY_WRITE, TIME_COMES_FROM_A_CLOCK
        };
        for (var rule : rules) {
            assertThatThrownBy(() -> rule.check(offender))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("OffenderProjection");
        }
    }

    /** Lets everybody in, decides, reads, and looks at the wall. */
    static final class OffenderProjection {

        @GetMapping("/open")
        Instant open(CommandGateway commands, JdbcClient jdbc) {
            jdbc.sql("select what was written");
            commands.sendAndWait("decided");
            return Instant.now();
        }
    }
}

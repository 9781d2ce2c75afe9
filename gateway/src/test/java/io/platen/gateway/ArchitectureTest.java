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
    static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchitectureRules.timeComesFromAClock();

    @Test
    void theRulesCanFail() {
        var offender = new ClassFileImporter().importClasses(Offender.class);
        for (var rule : new ArchRule[] {EVERY_HANDLER_SAYS_WHO_MAY_COME_IN, DECIDES_NOTHING, TIME_COMES_FROM_A_CLOCK}) {
            assertThatThrownBy(() -> rule.check(offender))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Offender");
        }
    }

    /** Lets everybody in, decides, and looks at the wall. */
    static final class Offender {

        @GetMapping("/open")
        Instant open(CommandGateway commands) {
            commands.sendAndWait("decided");
            return Instant.now();
        }
    }
}

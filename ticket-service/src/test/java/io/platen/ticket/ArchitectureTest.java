package io.platen.ticket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.platen.ticket", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.ticket");

    @ArchTest
    static final ArchRule RULES_WITHOUT_A_CONTAINER =
            ArchitectureRules.domainIsFreeOfSpring("io.platen.ticket.life", "io.platen.ticket.calendar");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchitectureRules.timeComesFromAClock();

    @Test
    void theRuleOfTimeCanFail() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThatThrownBy(() -> TIME_COMES_FROM_A_CLOCK.check(offender)).isInstanceOf(AssertionError.class);
    }

    static final class Offender {
        static Instant now() {
            return Instant.now();
        }
    }
}

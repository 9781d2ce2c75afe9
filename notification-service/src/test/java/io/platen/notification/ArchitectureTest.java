package io.platen.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.platen.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.notification");

    @ArchTest
    static final ArchRule RULES_WITHOUT_A_CONTAINER =
            ArchitectureRules.domainIsFreeOfSpring("io.platen.notification.delivery", "io.platen.notification.notice");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchitectureRules.timeComesFromAClock();

    @Test
    void aRuleCanFail() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThatThrownBy(() -> TIME_COMES_FROM_A_CLOCK.check(offender)).isInstanceOf(AssertionError.class);
    }

    public static final class Offender {
        public static java.time.Instant now() {
            return java.time.Instant.now();
        }
    }
}

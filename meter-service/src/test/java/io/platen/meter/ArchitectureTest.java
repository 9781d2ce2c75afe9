package io.platen.meter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.platen.meter");

    private static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "..meter.reading..", "..meter.correction..", "..meter.investigation..", "..meter.sheet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "io.platen.platform..", "tools.jackson..");

    private static final ArchRule NO_CLOCK_ON_THE_WALL = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.platen.identity..",
                    "io.platen.device..",
                    "io.platen.ticket..",
                    "io.platen.supply..",
                    "io.platen.billing..",
                    "io.platen.notification..",
                    "io.platen.gateway..");

    @Test
    void theRulesArePlainJava() {
        RULES_ARE_PLAIN_JAVA.check(SERVICE);
    }

    @Test
    void timeComesFromAClock() {
        NO_CLOCK_ON_THE_WALL.check(SERVICE);
    }

    @Test
    void noOtherServiceIsKnown() {
        NO_OTHER_SERVICE.check(SERVICE);
    }

    @Test
    void theseRulesCanFail() {
        var offender = new ClassFileImporter().importClasses(Offender.class);

        assertThatThrownBy(() -> NO_CLOCK_ON_THE_WALL.check(offender)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..")
                        .check(offender))
                .isInstanceOf(AssertionError.class);
    }

    public static final class Offender {
        public static java.time.Instant now() {
            return java.time.Instant.now();
        }

        public static org.springframework.http.HttpStatus status() {
            return org.springframework.http.HttpStatus.OK;
        }
    }
}

package io.platen.platform.sample;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.platen.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules can fail. */
class ArchitectureRulesTest {

    @Test
    void aHandlerWithoutAnnotationIsFound() {
        var classes = new ClassFileImporter().importClasses(SampleService.Tallies.class);

        assertThatThrownBy(
                        () -> ArchitectureRules.everyHandlerSaysWhoMayComeIn().check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forgotten")
                .hasMessageNotContaining("Tallies.add(");
    }

    @Test
    void springInADomainPackageIsFound() {
        var sample = new ClassFileImporter().importClasses(SampleService.class);
        var rules = new ClassFileImporter().importPackages("io.platen.contracts.access");

        assertThatThrownBy(() -> ArchitectureRules.domainIsFreeOfSpring("io.platen.platform.sample")
                        .check(sample))
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> ArchitectureRules.domainIsFreeOfSpring("io.platen.contracts.access")
                        .check(rules))
                .doesNotThrowAnyException();
    }

    @Test
    void aDependencyOnAnotherServiceIsFound() {
        var reaching = new ClassFileImporter().importPackages("io.platen.pretended");
        var sample = new ClassFileImporter().importClasses(SampleService.class, Tally.class);

        assertThatThrownBy(() -> ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.pretended.one")
                        .check(reaching))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Thing");
        assertThatCode(() -> ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.platform.sample")
                        .check(sample))
                .doesNotThrowAnyException();
    }
}

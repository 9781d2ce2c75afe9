package io.platen.billing;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;

@AnalyzeClasses(packages = "io.platen.billing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.billing");

    @ArchTest
    static final ArchRule RULES_WITHOUT_A_CONTAINER = ArchitectureRules.domainIsFreeOfSpring(
            "io.platen.billing.contract", "io.platen.billing.invoice", "io.platen.billing.usage");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchitectureRules.timeComesFromAClock();
}

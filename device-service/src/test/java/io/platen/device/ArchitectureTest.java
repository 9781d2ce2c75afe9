package io.platen.device;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;

@AnalyzeClasses(packages = "io.platen.device", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.device");

    @ArchTest
    static final ArchRule RULES_WITHOUT_A_CONTAINER = ArchitectureRules.domainIsFreeOfSpring(
            "io.platen.device.model",
            "io.platen.device.machine",
            "io.platen.device.assignment",
            "io.platen.device.request",
            "io.platen.device.group",
            "io.platen.device.coverage",
            "io.platen.device.repair");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();
}

package io.platen.identity;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.platen.platform.testing.ArchitectureRules;

@AnalyzeClasses(packages = "io.platen.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_AND_PLATFORM_ONLY =
            ArchitectureRules.dependsOnContractsAndPlatformOnly("io.platen.identity");

    @ArchTest
    static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_COME_IN = ArchitectureRules.everyHandlerSaysWhoMayComeIn();
}

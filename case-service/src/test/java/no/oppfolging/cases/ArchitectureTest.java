package no.oppfolging.cases;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import no.oppfolging.platform.testing.ArchitectureRules;

@AnalyzeClasses(packages = "no.oppfolging.cases", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests rooms = ArchTests.in(ArchitectureRules.class);
}

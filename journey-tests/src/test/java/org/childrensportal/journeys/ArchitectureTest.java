package org.childrensportal.journeys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Breakages need servers; journeys need checks, fuzz, servers and people; checks need servers and
 * people; servers need people.
 */
@AnalyzeClasses(
        packages = {
            "org.childrensportal.breakages",
            "org.childrensportal.journeys",
            "org.childrensportal.checks",
            "org.childrensportal.fuzz",
            "org.childrensportal.servers",
            "org.childrensportal.people"
        },
        importOptions = ImportOption.OnlyIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("org.childrensportal.(*)..").should().beFreeOfCycles();

    /** A test waits for what it needs by way of {@code Await}, and never for time to pass. */
    @ArchTest
    static final ArchRule NOBODY_SLEEPS =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class, int.class)
                    .orShould()
                    .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class);
}

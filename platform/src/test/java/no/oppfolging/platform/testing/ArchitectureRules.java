package no.oppfolging.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** What may see what in a service, each with its reason; every service's {@code ArchitectureTest} walks them. */
public final class ArchitectureRules {
    private static final String PLATFORM = "no.oppfolging.platform..";
    private static final String KERNEL = "no.oppfolging.platform.kernel..";

    private ArchitectureRules() {}

    @ArchTest
    static final ArchRule the_domain_knows_only_java_itself_and_the_kernel = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..domain..", KERNEL, "org.jspecify..")
            .allowEmptyShould(true)
            .because("rules and history must outlive the framework");

    @ArchTest
    static final ArchRule a_view_knows_events_and_its_own_rows_alone = noClasses()
            .that()
            .resideInAPackage("..read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..write..", "..automation..", "..pages..", "..outbox..", "..inbox..")
            .allowEmptyShould(true)
            .because("a view can be dropped and rebuilt from the events at any time");

    @ArchTest
    static final ArchRule no_view_knows_another = slices().matching("no.oppfolging.*.read.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("each is rebuilt on its own");

    @ArchTest
    static final ArchRule the_outbox_knows_events_and_contracts_alone = noClasses()
            .that()
            .resideInAPackage("..outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..write..", "..read..", "..automation..", "..pages..", "..workbench..", "..inbox..")
            .allowEmptyShould(true)
            .because("what is told must follow from what has happened, and from nothing else");

    @ArchTest
    static final ArchRule the_inbox_understands_others_without_knowing_us = noClasses()
            .that()
            .resideInAPackage("..inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..write..", "..read..", "..automation..", "..pages..", "..workbench..", "..outbox..")
            .allowEmptyShould(true)
            .because("others' words are read into own records; what follows from them is an automation's business");

    @ArchTest
    static final ArchRule only_the_log_and_the_shells_know_axon = noClasses()
            .that()
            .resideOutsideOfPackages("..write..", "no.oppfolging.platform.eventlog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..")
            .because("the framework is one room's business");

    @ArchTest
    static final ArchRule rooms_do_not_depend_on_each_other_in_a_circle = slices().matching("no.oppfolging.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a newcomer must be able to read one room after another");

    @ArchTest
    static final ArchRule nobody_reads_the_wall_clock = noClasses()
            .that()
            .resideOutsideOfPackage("no.oppfolging.platform.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("time is handed in, so that history replays the same");

    @ArchTest
    static final ArchRule nothing_is_left_to_chance = noClasses()
            .that()
            .resideOutsideOfPackage("no.oppfolging.platform.time..")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .because("ids follow from what they name, or from one factory");

    @ArchTest
    static final ArchRule things_are_called_what_they_are = noClasses()
            .that()
            .doNotHaveSimpleName("ThisService")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("such a name says that the thing has not been named yet");

    @ArchTest
    static final ArchRule services_know_nothing_of_each_other = slices().matching(
                    "no.oppfolging.(cases|meetings|plans|notifications)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("they speak through published events");

    @ArchTest
    static final ArchRule the_platform_knows_no_service = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "no.oppfolging.cases..",
                    "no.oppfolging.meetings..",
                    "no.oppfolging.plans..",
                    "no.oppfolging.notifications..",
                    "no.oppfolging.local..")
            .allowEmptyShould(true)
            .because("it is about how, not about what");
}

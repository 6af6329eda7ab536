package no.oppfolging.cases;

import java.time.Clock;
import java.util.List;
import no.oppfolging.cases.automation.WhenHrTellsFollowUp;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.inbox.ArrivedAbsences;
import no.oppfolging.cases.law.AbsenceCost;
import no.oppfolging.cases.pages.CompletenessPage;
import no.oppfolging.cases.pages.DashboardPage;
import no.oppfolging.cases.pages.HrFilePage;
import no.oppfolging.cases.pages.SimulationPage;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.completeness.CompletenessView;
import no.oppfolging.cases.read.dashboard.EarlierPublications;
import no.oppfolging.cases.read.dashboard.PublishedQuarters;
import no.oppfolging.cases.read.dashboard.PublishedQuartersView;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.derivation.Simulations;
import no.oppfolging.cases.read.overview.CaseOverviewView;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.write.HrDoor;
import no.oppfolging.cases.write.HrMessagesEndpoint;
import no.oppfolging.cases.write.HrPrograms;
import no.oppfolging.cases.write.QuarterPublicationShell;
import no.oppfolging.cases.write.QuarterPublisher;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.MessageContents;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.web.Sentences;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts together what HR sees of the whole: figures, whether anything is missing, and what would be if; and where HR
 * hands in absences.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AbsenceCost.class, HrPrograms.class})
class HrViewsConfiguration {
    /** After it is known whose the absence is; before the message itself is looked at. */
    private static final int BEFORE_ANYTHING_IS_MADE_OF_IT = -15;

    @Bean
    CaseFigures caseFigures(EventLog eventLog, RuleSets law) {
        return new CaseFigures(eventLog, law);
    }

    @Bean
    Simulations simulations(EventLog eventLog, RuleSets law) {
        return new Simulations(eventLog, law);
    }

    @Bean
    SimulationPage simulationPage(
            CaseOverviews cases, Simulations simulations, Directory directory, Sentences sentences, Clock clock) {
        return new SimulationPage(cases, simulations, directory, sentences, clock);
    }

    @Bean
    @Order(BEFORE_ANYTHING_IS_MADE_OF_IT)
    ArrivedAbsences arrivedAbsences(JdbcClient jdbc, Clock clock) {
        return new ArrivedAbsences(jdbc, clock);
    }

    /** What HR hands in by hand is answered at once, so that nothing of it has to be counted at the door. */
    @Bean
    HrDoor hrDoor(
            List<MessageHandler> handlers,
            Commands commands,
            MessageContents contents,
            EventLog eventLog,
            RuleSets law,
            Directory directory,
            Clock clock) {
        var checks = handlers.stream()
                .filter(handler -> !(handler instanceof ArrivedAbsences) && !(handler instanceof WhenHrTellsFollowUp))
                .toList();
        return new HrDoor(checks, commands, contents, eventLog, law, directory, clock);
    }

    @Bean
    HrMessagesEndpoint hrMessagesEndpoint(HrDoor door, HrPrograms programs, Sentences sentences) {
        return new HrMessagesEndpoint(door, programs, sentences);
    }

    @Bean
    HrFilePage hrFilePage(HrDoor door, Directory directory, Sentences sentences, Clock clock) {
        return new HrFilePage(door, directory, sentences, clock);
    }

    @Bean
    View completenessView() {
        return new View(CompletenessView.NAME, CompletenessView::new);
    }

    @Bean
    Completeness completeness(JdbcClient jdbc, ViewVersions views, Clock clock) {
        return new Completeness(jdbc, views.tables(CompletenessView.NAME), clock);
    }

    @Bean
    CompletenessPage completenessPage(Completeness completeness, Directory directory, Sentences sentences) {
        return new CompletenessPage(completeness, directory, sentences);
    }

    @Bean
    AggregateShell quarterPublications() {
        return new AggregateShell(QuarterPublicationShell.class);
    }

    @Bean
    QuarterPublisher quarterPublisher(Commands commands, EventLog eventLog) {
        return new QuarterPublisher(commands, eventLog);
    }

    @Bean
    View publishedQuartersView() {
        return new View(PublishedQuartersView.NAME, PublishedQuartersView::new);
    }

    @Bean
    PublishedQuarters publishedQuarters(ViewVersions views) {
        return new PublishedQuarters(views.tables(PublishedQuartersView.NAME));
    }

    @Bean
    EarlierPublications earlierPublications(JdbcClient jdbc) {
        return new EarlierPublications(jdbc);
    }

    @Bean
    DashboardPage dashboardPage(
            CaseOverviews cases,
            Directory directory,
            PublishedQuarters published,
            EarlierPublications earlier,
            QuarterPublisher publisher,
            AbsenceCost cost,
            ViewPositions views,
            EventLog log,
            Clock clock) {
        return new DashboardPage(
                cases,
                directory,
                published,
                earlier,
                publisher,
                cost,
                () -> views.positionOf(CaseOverviewView.NAME) >= log.head(),
                clock);
    }
}

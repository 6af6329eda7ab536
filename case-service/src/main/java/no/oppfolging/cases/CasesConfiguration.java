package no.oppfolging.cases;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import no.oppfolging.cases.automation.WhenDayIsOverJudge;
import no.oppfolging.cases.automation.WhenGivenPlanStruckOweItAgain;
import no.oppfolging.cases.automation.WhenHrMessageRefusedTell;
import no.oppfolging.cases.automation.WhenHrTellsFollowUp;
import no.oppfolging.cases.automation.WhenMeetingHeldNoteIt;
import no.oppfolging.cases.automation.WhenPlanAgreedNoteIt;
import no.oppfolging.cases.automation.WhenPlanGivenToDoctorNoteIt;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.law.CountingSettings;
import no.oppfolging.cases.law.LawFiles;
import no.oppfolging.cases.outbox.CaseNews;
import no.oppfolging.cases.pages.CaseAtHand;
import no.oppfolging.cases.pages.CasePage;
import no.oppfolging.cases.pages.CaseRegisterPage;
import no.oppfolging.cases.pages.CasesPage;
import no.oppfolging.cases.pages.Errands;
import no.oppfolging.cases.pages.HistoryEndpoint;
import no.oppfolging.cases.pages.OwedDuties;
import no.oppfolging.cases.pages.SimulationEndpoint;
import no.oppfolging.cases.pages.WhyEndpoint;
import no.oppfolging.cases.pages.WhyPage;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.derivation.Derivations;
import no.oppfolging.cases.read.derivation.Simulations;
import no.oppfolging.cases.read.duedays.DueDays;
import no.oppfolging.cases.read.duedays.DueDaysView;
import no.oppfolging.cases.read.history.CaseReaders;
import no.oppfolging.cases.read.history.CaseStory;
import no.oppfolging.cases.read.history.OtherServices;
import no.oppfolging.cases.read.overview.CaseOverviewView;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.read.overview.CasesEndpoint;
import no.oppfolging.cases.read.overview.DeadlineMeters;
import no.oppfolging.cases.write.EmploymentFollowUpShell;
import no.oppfolging.cases.write.HrRejectionShell;
import no.oppfolging.platform.casefile.CaseFile;
import no.oppfolging.platform.casefile.KeptReads;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.DirectoryConfiguration;
import no.oppfolging.platform.directory.EmploymentRelations;
import no.oppfolging.platform.eventlog.CaseHistory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.WorkingCalendar;
import no.oppfolging.platform.messagedesk.MessageDesk;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessagingConfiguration;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Participant;
import no.oppfolging.platform.messaging.Refusals;
import no.oppfolging.platform.messaging.SendingHandler;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.observability.PlatformObservability;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.OutwardTokens;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.NorwegianCalendar;
import no.oppfolging.platform.time.PlatformTime;
import no.oppfolging.platform.time.Sweep;
import no.oppfolging.platform.time.SweepSettings;
import no.oppfolging.platform.viewdesk.ViewDesk;
import no.oppfolging.platform.web.Navigation;
import no.oppfolging.platform.web.PlatformWeb;
import no.oppfolging.platform.web.Sentences;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts case-service together: what it is called, what it stores, hears, tells and shows, and who may. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CountingSettings.class, OtherServices.Settings.class})
@Import({
    PlatformTime.class,
    PlatformEventLog.class,
    MessagingConfiguration.class,
    DirectoryConfiguration.class,
    PlatformObservability.class,
    PlatformWeb.class,
    MessageDesk.class,
    ViewDesk.class,
    CaseFile.class,
    DutiesConfiguration.class,
    HrViewsConfiguration.class,
    ContactConfiguration.class,
    AgreedConfiguration.class
})
class CasesConfiguration {
    @Bean
    ServiceName serviceName() {
        return new ServiceName("cases");
    }

    @Bean
    Participant participant() {
        return new Participant("case");
    }

    @Bean
    ThisService thisService() {
        return new ThisService("case-service", "/cases", "cases", "cases-contact");
    }

    @Bean
    Authority authority() {
        return CaseAuthority.table()
                .and(DutiesAuthority.table())
                .and(ContactAuthority.table())
                .and(AgreedConfiguration.authority())
                .and(MessageDesk.authority("/cases"))
                .and(ViewDesk.authority("/cases"));
    }

    @Bean
    Relations relations(Directory directory, CaseOverviews cases) {
        return new EmploymentRelations(directory, cases);
    }

    // by what is counted

    @Bean
    RuleSets law(CountingSettings settings) {
        return LawFiles.read(settings.moreRuleSets());
    }

    @Bean
    OwnDates ownDates(CountingSettings settings) {
        return settings.own();
    }

    // what is stored

    @Bean
    EventCatalogue events() {
        return CaseEvents.catalogue();
    }

    @Bean
    AggregateShell employmentFollowUps(RuleSets law) {
        return new AggregateShell(EmploymentFollowUpShell.class, Map.of(RuleSets.class, law));
    }

    @Bean
    AggregateShell hrRejections() {
        return new AggregateShell(HrRejectionShell.class);
    }

    // what is heard and told

    @Bean
    MessageHandler whenHrTellsFollowUp(Commands commands) {
        return new WhenHrTellsFollowUp(commands);
    }

    @Bean
    MessageHandler whenMeetingHeldNoteIt(Commands commands, CaseOverviews cases, AgreedFollowUps agreed) {
        return new SendingHandler(new WhenMeetingHeldNoteIt(cases, agreed::isAgreed), commands);
    }

    @Bean
    MessageHandler whenPlanAgreedNoteIt(Commands commands, CaseOverviews cases, AgreedFollowUps agreed) {
        return new SendingHandler(new WhenPlanAgreedNoteIt(cases, agreed::isAgreed), commands);
    }

    @Bean
    MessageHandler whenPlanGivenToDoctorNoteIt(Commands commands, CaseOverviews cases, AgreedFollowUps agreed) {
        return new SendingHandler(new WhenPlanGivenToDoctorNoteIt(cases, agreed::isAgreed), commands);
    }

    @Bean
    MessageHandler whenGivenPlanStruckOweItAgain(Commands commands, CaseOverviews cases, AgreedFollowUps agreed) {
        return new SendingHandler(new WhenGivenPlanStruckOweItAgain(cases, agreed::isAgreed), commands);
    }

    @Bean
    Refusals whenHrMessageRefusedTell(Commands commands) {
        return new WhenHrMessageRefusedTell(commands);
    }

    @Bean
    WhenDayIsOverJudge whenDayIsOverJudge(
            DueDays dueDays, EventLog eventLog, Watermarks watermarks, Commands commands, Clock clock) {
        return new WhenDayIsOverJudge(dueDays, eventLog, watermarks, commands, clock);
    }

    @Bean
    Sweep sweepDays(WhenDayIsOverJudge judge, SweepSettings sweeps) {
        return new Sweep("cases-sweep", sweeps.between(), judge::sweep);
    }

    @Bean
    Outbox caseNews() {
        return new CaseNews();
    }

    // what is shown

    @Bean
    View overview() {
        return new View(CaseOverviewView.NAME, CaseOverviewView::new);
    }

    @Bean
    DeadlineMeters deadlineMeters(ViewVersions views) {
        return new DeadlineMeters(views.tables(CaseOverviewView.NAME));
    }

    @Bean
    CaseOverviews caseOverviews(ViewVersions views) {
        return new CaseOverviews(views.tables(CaseOverviewView.NAME));
    }

    @Bean
    View dueDaysView() {
        return new View(DueDaysView.NAME, DueDaysView::new);
    }

    @Bean
    DueDays dueDays(ViewVersions views) {
        return new DueDays(views.tables(DueDaysView.NAME));
    }

    @Bean
    OtherServices otherServices(OtherServices.Settings settings, OutwardTokens tokens) {
        return new OtherServices(settings, tokens);
    }

    @Bean
    CaseStory caseStory(
            ServiceName service,
            EventCatalogue catalogue,
            EventLog eventLog,
            CaseOverviews cases,
            OtherServices others) {
        return new CaseStory(new CaseHistory(service, catalogue, eventLog), cases, others);
    }

    @Bean
    CaseReaders caseReaders(KeptReads reads, CaseOverviews cases, OtherServices others) {
        return new CaseReaders(reads, cases, others);
    }

    @Bean
    WorkingCalendar workingCalendar() {
        return new NorwegianCalendar();
    }

    @Bean
    CasesEndpoint casesEndpoint(CaseOverviews cases, Directory directory, Clock clock) {
        return new CasesEndpoint(cases, directory, clock);
    }

    @Bean
    HistoryEndpoint historyEndpoint(
            CaseOverviews cases, CaseStory story, CaseReaders readers, CaseAtHand atHand, Clock clock) {
        return new HistoryEndpoint(cases, story, readers, atHand, clock);
    }

    @Bean
    Derivations derivations(EventLog eventLog, RuleSets law, WorkingCalendar calendar) {
        return new Derivations(eventLog, law, calendar);
    }

    @Bean
    WhyEndpoint whyEndpoint(CaseOverviews cases, Derivations derivations, Clock clock) {
        return new WhyEndpoint(cases, derivations, clock);
    }

    @Bean
    WhyPage whyPage(
            CaseOverviews cases,
            Derivations derivations,
            Decisions decisions,
            OwnDates ownDates,
            Directory directory,
            Clock clock) {
        return new WhyPage(cases, derivations, decisions, ownDates, directory, clock);
    }

    @Bean
    SimulationEndpoint simulationEndpoint(CaseOverviews cases, Simulations simulations, Clock clock) {
        return new SimulationEndpoint(cases, simulations, clock);
    }

    @Bean
    OwedDuties owedDuties(CaseFigures figures, Clock clock) {
        return new OwedDuties(figures, clock);
    }

    @Bean
    CasesPage casesPage(
            CaseOverviews cases,
            Directory directory,
            Errands errands,
            AgreedFollowUps agreed,
            OwedDuties duties,
            Clock clock) {
        return new CasesPage(cases, directory, errands, agreed, duties, clock);
    }

    @Bean
    CaseRegisterPage caseRegisterPage(
            CaseOverviews cases,
            CaseFigures figures,
            Completeness completeness,
            Errands errands,
            Directory directory,
            Sentences sentences,
            Clock clock) {
        return new CaseRegisterPage(cases, figures, completeness, errands, directory, sentences, clock);
    }

    @Bean
    CasePage casePage(
            CaseOverviews cases,
            CaseFigures figures,
            CaseStory story,
            CaseReaders readers,
            CaseAtHand atHand,
            Directory directory,
            Watermarks watermarks,
            WorkingCalendar calendar,
            Sentences sentences,
            Clock clock) {
        return new CasePage(cases, figures, story, readers, atHand, directory, watermarks, calendar, sentences, clock);
    }

    @Bean
    Navigation navigation() {
        return caller -> Stream.of(
                        Navigation.toCases(caller),
                        MessageDesk.navigation(caller, "/cases"),
                        ViewDesk.navigation(caller, "/cases"))
                .flatMap(items -> items)
                .toList();
    }
}

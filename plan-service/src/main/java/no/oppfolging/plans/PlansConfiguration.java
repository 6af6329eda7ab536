package no.oppfolging.plans;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.oppfolging.plans.automation.WhenCaseClosedEndIt;
import no.oppfolging.plans.automation.WhenCaseOpenedFollowIt;
import no.oppfolging.plans.automation.WhenCaseReopenedResumeIt;
import no.oppfolging.plans.automation.WhenCaseSplitLetItGo;
import no.oppfolging.plans.automation.WhenCasesMergedJoinThem;
import no.oppfolging.plans.automation.WhenDeadlineToldNoteDuty;
import no.oppfolging.plans.automation.WhenMeasureIsOverdueNoteIt;
import no.oppfolging.plans.outbox.PlanNews;
import no.oppfolging.plans.pages.DoctorCopyPage;
import no.oppfolging.plans.pages.DraftPage;
import no.oppfolging.plans.pages.PlanPage;
import no.oppfolging.plans.pages.PlanReading;
import no.oppfolging.plans.pages.PlansPage;
import no.oppfolging.plans.pages.Words;
import no.oppfolging.plans.read.caseplans.CasePlansView;
import no.oppfolging.plans.read.caseplans.PlansEndpoint;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.plans.read.duemeasures.DueMeasures;
import no.oppfolging.plans.read.duemeasures.DueMeasuresView;
import no.oppfolging.plans.workbench.DraftPolicy;
import no.oppfolging.plans.workbench.DraftSweep;
import no.oppfolging.plans.workbench.Drafts;
import no.oppfolging.plans.write.CasePlanShell;
import no.oppfolging.plans.write.PlanCommands;
import no.oppfolging.platform.casefile.OwnCaseFile;
import no.oppfolging.platform.casefile.StandingWithoutPlace;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.DirectoryConfiguration;
import no.oppfolging.platform.directory.EmploymentRelations;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.PlatformEventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.eventlog.Upcaster;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.messagedesk.MessageDesk;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessagingConfiguration;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Participant;
import no.oppfolging.platform.messaging.SendingHandler;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.observability.PlatformObservability;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.privacy.Salts;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.PlatformTime;
import no.oppfolging.platform.time.Sweep;
import no.oppfolging.platform.time.SweepSettings;
import no.oppfolging.platform.viewdesk.ViewDesk;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.Navigation;
import no.oppfolging.platform.web.PlatformWeb;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.WordGuard;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts plan-service together, every part by hand. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformTime.class,
    PlatformEventLog.class,
    MessagingConfiguration.class,
    DirectoryConfiguration.class,
    PlatformObservability.class,
    PlatformWeb.class,
    MessageDesk.class,
    ViewDesk.class,
    OwnCaseFile.class
})
@EnableConfigurationProperties({DraftPolicy.class, NoticeWriter.class})
class PlansConfiguration {
    @Bean
    ServiceName serviceName() {
        return new ServiceName("plans");
    }

    @Bean
    Participant participant() {
        return new Participant("plan");
    }

    @Bean
    ThisService thisService() {
        return new ThisService("plan-service", "/plans", "plans");
    }

    @Bean
    Authority authority(NoticeWriter noticeWriter) {
        return PlansAuthority.table(noticeWriter)
                .and(MessageDesk.authority("/plans"))
                .and(ViewDesk.authority("/plans"));
    }

    @Bean
    Relations relations(Directory directory, PlansOfCases plans) {
        return new EmploymentRelations(directory, plans);
    }

    // what is stored

    @Bean
    EventCatalogue eventCatalogue() {
        return PlanEvents.catalogue();
    }

    @Bean
    Upcaster planPresentedWithoutMeasures() {
        return new PlanPresentedWithoutMeasures();
    }

    @Bean
    AggregateShell casePlans() {
        return new AggregateShell(CasePlanShell.class);
    }

    // what is heard and told

    @Bean
    MessageHandler whenCaseOpenedFollowIt(Commands commands) {
        return new SendingHandler(new WhenCaseOpenedFollowIt(), commands);
    }

    @Bean
    MessageHandler whenCasesMergedJoinThem(Commands commands) {
        return new SendingHandler(new WhenCasesMergedJoinThem(), commands);
    }

    @Bean
    MessageHandler whenCaseSplitLetItGo(Commands commands) {
        return new SendingHandler(new WhenCaseSplitLetItGo(), commands);
    }

    @Bean
    MessageHandler whenCaseReopenedResumeIt(Commands commands) {
        return new SendingHandler(new WhenCaseReopenedResumeIt(), commands);
    }

    @Bean
    Upcaster caseJoinedWithoutPlace() {
        return new StandingWithoutPlace("plan.CaseJoined");
    }

    @Bean
    Upcaster caseResumedWithoutPlace() {
        return new StandingWithoutPlace("plan.CaseResumed");
    }

    @Bean
    MessageHandler whenCaseClosedEndIt(Commands commands) {
        return new SendingHandler(new WhenCaseClosedEndIt(), commands);
    }

    @Bean
    MessageHandler whenDeadlineToldNoteDuty(Commands commands) {
        return new SendingHandler(new WhenDeadlineToldNoteDuty(), commands);
    }

    @Bean
    Outbox planNews() {
        return new PlanNews();
    }

    // what follows from time

    @Bean
    View dueMeasuresView() {
        return new View(DueMeasuresView.NAME, DueMeasuresView::new);
    }

    @Bean
    DueMeasures dueMeasures(ViewVersions views) {
        return new DueMeasures(views.tables(DueMeasuresView.NAME));
    }

    @Bean
    WhenMeasureIsOverdueNoteIt whenMeasureIsOverdueNoteIt(
            DueMeasures measures, Watermarks watermarks, Commands commands, Clock clock) {
        return new WhenMeasureIsOverdueNoteIt(measures, watermarks, commands, clock);
    }

    @Bean
    Sweep sweepMeasures(WhenMeasureIsOverdueNoteIt noting, SweepSettings sweeps) {
        return new Sweep("plans-measures", sweeps.between(), noting::sweep);
    }

    // what is shown and asked for

    @Bean
    View casePlansView(PersonalTexts texts) {
        return new View(CasePlansView.NAME, tables -> new CasePlansView(tables, texts));
    }

    @Bean
    PlansOfCases plansOfCases(ViewVersions views, PersonalTexts texts) {
        return new PlansOfCases(views.tables(CasePlansView.NAME), texts);
    }

    @Bean
    PlansEndpoint plansEndpoint(PlansOfCases plans, Directory directory, Sentences sentences, Clock clock) {
        return new PlansEndpoint(plans, directory, sentences, clock);
    }

    @Bean
    Salts salts() {
        return new Salts();
    }

    @Bean
    PlanCommands planCommands(Commands commands, PlansOfCases plans, Directory directory, Salts salts) {
        return new PlanCommands(commands, plans, directory, salts);
    }

    // what is being written

    @Bean
    Drafts drafts(JdbcClient jdbc, PersonalTexts texts) {
        return new Drafts(jdbc, texts);
    }

    @Bean
    DraftSweep draftSweep(Drafts drafts, DraftPolicy policy, Clock clock) {
        return new DraftSweep(drafts, policy, clock);
    }

    @Bean
    Sweep sweepDrafts(DraftSweep drafts) {
        return new Sweep("plans-draft-sweep", DraftSweep.BETWEEN_SWEEPS, drafts::sweep);
    }

    // pages

    @Bean
    Words words() {
        return new Words(WordGuard.withOurWords());
    }

    @Bean
    PlanReading planReading(Directory directory, Sentences sentences) {
        return new PlanReading(directory, sentences);
    }

    @Bean
    PlansPage plansPage(PlansOfCases plans, Drafts drafts, Directory directory, PlanReading reading, Clock clock) {
        return new PlansPage(plans, drafts, directory, reading, clock);
    }

    @Bean
    PlanPage planPage(
            PlansOfCases plans,
            Drafts drafts,
            FormDesk formDesk,
            PlanReading reading,
            Words words,
            Sentences sentences,
            Clock clock) {
        return new PlanPage(plans, drafts, formDesk, reading, words, sentences, clock);
    }

    @Bean
    FormDesk formDesk(Commands commands, ReadYourWrites views, Sentences sentences) {
        return new FormDesk(
                commands,
                views,
                sentences,
                List.of(CasePlansView.NAME),
                Map.of("plan-is-given-once-agreed", List.of("givenOn")));
    }

    @Bean
    DoctorCopyPage doctorCopyPage(PlansOfCases plans, PlanReading reading, FormDesk formDesk, Clock clock) {
        return new DoctorCopyPage(plans, reading, formDesk, clock);
    }

    @Bean
    DraftPage draftPage(
            PlansOfCases plans,
            Drafts drafts,
            Commands commands,
            ReadYourWrites views,
            PlanReading reading,
            Words words,
            Sentences sentences,
            Salts salts,
            Clock clock) {
        return new DraftPage(plans, drafts, commands, views, reading, words, sentences, salts, clock);
    }

    @Bean
    Navigation navigation() {
        return caller -> Stream.of(
                        Navigation.toCases(caller),
                        MessageDesk.navigation(caller, "/plans"),
                        ViewDesk.navigation(caller, "/plans"))
                .flatMap(items -> items)
                .toList();
    }
}

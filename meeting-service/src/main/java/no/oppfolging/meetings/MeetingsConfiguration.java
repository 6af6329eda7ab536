package no.oppfolging.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.oppfolging.meetings.automation.WhenCaseClosedEndIt;
import no.oppfolging.meetings.automation.WhenCaseOpenedFollowIt;
import no.oppfolging.meetings.automation.WhenCaseReopenedResumeIt;
import no.oppfolging.meetings.automation.WhenCaseSplitLetItGo;
import no.oppfolging.meetings.automation.WhenCasesMergedJoinThem;
import no.oppfolging.meetings.automation.WhenDeadlineToldNoteDuty;
import no.oppfolging.meetings.automation.WhenMeetingPassedOnTakeItOver;
import no.oppfolging.meetings.outbox.MeetingNews;
import no.oppfolging.meetings.pages.CancelPage;
import no.oppfolging.meetings.pages.CaseMeetingsPage;
import no.oppfolging.meetings.pages.Cautions;
import no.oppfolging.meetings.pages.EnterPage;
import no.oppfolging.meetings.pages.HoldPage;
import no.oppfolging.meetings.pages.MeetingsPage;
import no.oppfolging.meetings.pages.MovePage;
import no.oppfolging.meetings.pages.SummonPage;
import no.oppfolging.meetings.read.casemeetings.CaseMeetingsView;
import no.oppfolging.meetings.read.casemeetings.MeetingLives;
import no.oppfolging.meetings.read.casemeetings.MeetingsEndpoint;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.meetings.write.CaseMeetingsShell;
import no.oppfolging.meetings.write.MeetingCommands;
import no.oppfolging.platform.casefile.OwnCaseFile;
import no.oppfolging.platform.casefile.StandingWithoutPlace;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.DirectoryConfiguration;
import no.oppfolging.platform.directory.EmploymentRelations;
import no.oppfolging.platform.eventlog.Automation;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.eventlog.Upcaster;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.WorkingCalendar;
import no.oppfolging.platform.messagedesk.MessageDesk;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessagingConfiguration;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Participant;
import no.oppfolging.platform.messaging.SendingHandler;
import no.oppfolging.platform.observability.PlatformObservability;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.NorwegianCalendar;
import no.oppfolging.platform.time.PlatformTime;
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

/** Puts meeting-service together, every part by hand. */
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
@EnableConfigurationProperties(NoticeWriter.class)
class MeetingsConfiguration {
    /** The fields of forms a rule may be about. */
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("meeting-time-has-passed", List.of("day")),
            Map.entry("meeting-is-too-far-ahead", List.of("day")),
            Map.entry("meeting-ends-before-it-starts", List.of("minutes")),
            Map.entry("meeting-lasts-too-long", List.of("minutes")),
            Map.entry("meeting-text-is-too-long", List.of("reason", "place")),
            Map.entry("meeting-has-not-begun", List.of("heldOn")),
            Map.entry("meeting-is-held-before-its-day", List.of("heldOn")),
            Map.entry("meeting-is-held-on-a-day-to-come", List.of("heldOn")),
            Map.entry("employee-takes-part-in-dialogue-meeting", List.of("attended")),
            Map.entry("manager-takes-part-in-dialogue-meeting", List.of("attended")),
            Map.entry("conversation-is-too-long-ago", List.of("heldOn")),
            Map.entry("conversation-is-between-employee-and-manager", List.of("attended")));

    @Bean
    ServiceName serviceName() {
        return new ServiceName("meetings");
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return MeetingEvents.catalogue();
    }

    @Bean
    AggregateShell caseMeetings() {
        return new AggregateShell(CaseMeetingsShell.class);
    }

    @Bean
    Participant participant() {
        return new Participant("meeting");
    }

    @Bean
    ThisService thisService() {
        return new ThisService("meeting-service", "/meetings", "meetings");
    }

    @Bean
    Authority authority(NoticeWriter noticeWriter) {
        return MeetingsAuthority.table(noticeWriter)
                .and(MessageDesk.authority("/meetings"))
                .and(ViewDesk.authority("/meetings"));
    }

    @Bean
    Relations relations(Directory directory, MeetingsOfCases meetings) {
        return new EmploymentRelations(directory, meetings);
    }

    @Bean
    Navigation navigation() {
        return caller -> Stream.of(
                        Navigation.toCases(caller),
                        MessageDesk.navigation(caller, "/meetings"),
                        ViewDesk.navigation(caller, "/meetings"))
                .flatMap(items -> items)
                .toList();
    }

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
        return new StandingWithoutPlace("meeting.CaseJoined");
    }

    @Bean
    Upcaster caseResumedWithoutPlace() {
        return new StandingWithoutPlace("meeting.CaseResumed");
    }

    @Bean
    MessageHandler whenCaseClosedEndIt(Commands commands) {
        return new SendingHandler(new WhenCaseClosedEndIt(), commands);
    }

    @Bean
    MessageHandler whenDeadlineToldNoteDuty(Commands commands) {
        return new SendingHandler(new WhenDeadlineToldNoteDuty(), commands);
    }

    /** Where nothing is said of what a meeting is for, nobody had been asked. */
    @Bean
    Upcaster meetingSummonedWithoutPurposes() {
        return new MeetingWithoutPurposes("meeting.MeetingSummoned");
    }

    @Bean
    Upcaster meetingPassedOnWithoutPurposes() {
        return new MeetingWithoutPurposes("meeting.MeetingPassedOn");
    }

    @Bean
    Upcaster meetingTakenOverWithoutPurposes() {
        return new MeetingWithoutPurposes("meeting.MeetingTakenOver");
    }

    @Bean
    Automation whenMeetingPassedOnTakeItOver() {
        return new WhenMeetingPassedOnTakeItOver();
    }

    @Bean
    Outbox outbox() {
        return new MeetingNews();
    }

    @Bean
    View caseMeetingsView(PersonalTexts texts) {
        return new View(CaseMeetingsView.NAME, tables -> new CaseMeetingsView(tables, texts));
    }

    @Bean
    MeetingsOfCases meetingsOfCases(ViewVersions views, PersonalTexts texts) {
        return new MeetingsOfCases(views.tables(CaseMeetingsView.NAME), texts);
    }

    @Bean
    MeetingsEndpoint meetingsEndpoint(
            MeetingsOfCases meetings, EventLog eventLog, Directory directory, Sentences sentences) {
        return new MeetingsEndpoint(meetings, eventLog, directory, sentences);
    }

    @Bean
    MeetingCommands meetingCommands(Commands commands, MeetingsOfCases meetings, Directory directory, Clock clock) {
        return new MeetingCommands(commands, meetings, directory, clock);
    }

    @Bean
    MeetingLives meetingLives(EventLog eventLog) {
        return new MeetingLives(eventLog);
    }

    @Bean
    WorkingCalendar workingCalendar() {
        return new NorwegianCalendar();
    }

    @Bean
    FormDesk formDesk(Commands commands, ReadYourWrites writes, Sentences sentences) {
        return new FormDesk(commands, writes, sentences, List.of(CaseMeetingsView.NAME), FIELDS);
    }

    @Bean
    Cautions cautions(WorkingCalendar calendar, Clock clock) {
        return new Cautions(calendar, WordGuard.withOurWords(), clock);
    }

    @Bean
    MeetingsPage meetingsPage(MeetingsOfCases meetings, Directory directory, Clock clock) {
        return new MeetingsPage(meetings, directory, clock);
    }

    @Bean
    CaseMeetingsPage caseMeetingsPage(
            MeetingsOfCases meetings, MeetingLives lives, FormDesk desk, Directory directory, Clock clock) {
        return new CaseMeetingsPage(meetings, lives, desk, directory, clock);
    }

    @Bean
    SummonPage summonPage(
            MeetingsOfCases meetings,
            FormDesk desk,
            Cautions cautions,
            WorkingCalendar calendar,
            Directory directory,
            Clock clock) {
        return new SummonPage(meetings, desk, cautions, calendar, directory, clock);
    }

    @Bean
    EnterPage enterPage(MeetingsOfCases meetings, FormDesk desk, Directory directory, Clock clock) {
        return new EnterPage(meetings, desk, directory, clock);
    }

    @Bean
    MovePage movePage(MeetingsOfCases meetings, FormDesk desk, Cautions cautions) {
        return new MovePage(meetings, desk, cautions);
    }

    @Bean
    CancelPage cancelPage(MeetingsOfCases meetings, FormDesk desk, Cautions cautions) {
        return new CancelPage(meetings, desk, cautions);
    }

    @Bean
    HoldPage holdPage(MeetingsOfCases meetings, FormDesk desk, Directory directory) {
        return new HoldPage(meetings, desk, directory);
    }
}

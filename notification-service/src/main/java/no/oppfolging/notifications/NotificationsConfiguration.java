package no.oppfolging.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.oppfolging.notifications.automation.Ordering;
import no.oppfolging.notifications.automation.Revalidation;
import no.oppfolging.notifications.automation.WhenCaseOpenedFollowIt;
import no.oppfolging.notifications.automation.WhenCaseReopenedResumeIt;
import no.oppfolging.notifications.automation.WhenCaseSplitPartThem;
import no.oppfolging.notifications.automation.WhenCasesMergedJoinThem;
import no.oppfolging.notifications.automation.WhenMeasureIsOverdueTellTheLeader;
import no.oppfolging.notifications.automation.WhenMeetingIsOverOrOffCancelNotices;
import no.oppfolging.notifications.automation.WhenMeetingSummonedTellTheLeader;
import no.oppfolging.notifications.automation.WhenNoticeIsDueSendIt;
import no.oppfolging.notifications.automation.WhenPlanIsSignedOrChangedCancelNotices;
import no.oppfolging.notifications.automation.WhenPlanPresentedTellTheLeader;
import no.oppfolging.notifications.channels.MailMeters;
import no.oppfolging.notifications.channels.MailServer;
import no.oppfolging.notifications.channels.MailSettings;
import no.oppfolging.notifications.channels.MailWriter;
import no.oppfolging.notifications.channels.OtherServices;
import no.oppfolging.notifications.channels.Owners;
import no.oppfolging.notifications.channels.SenderLocks;
import no.oppfolging.notifications.outbox.NoticeNews;
import no.oppfolging.notifications.pages.NoticesPage;
import no.oppfolging.notifications.read.about.NoticesAbout;
import no.oppfolging.notifications.read.due.DueNotices;
import no.oppfolging.notifications.read.due.DueNoticesView;
import no.oppfolging.notifications.read.notices.NoticesEndpoint;
import no.oppfolging.notifications.read.notices.NoticesOfCases;
import no.oppfolging.notifications.read.notices.NoticesView;
import no.oppfolging.notifications.write.FollowedCaseShell;
import no.oppfolging.notifications.write.NoticeShell;
import no.oppfolging.platform.casefile.OwnCaseFile;
import no.oppfolging.platform.casefile.StandingWithoutPlace;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.DirectoryConfiguration;
import no.oppfolging.platform.directory.EmploymentRelations;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
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
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.FrontDoor;
import no.oppfolging.platform.security.OutwardTokens;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.time.PlatformTime;
import no.oppfolging.platform.time.SweepSettings;
import no.oppfolging.platform.viewdesk.ViewDesk;
import no.oppfolging.platform.web.Navigation;
import no.oppfolging.platform.web.PlatformWeb;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts notification-service together, every part by hand. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, OtherServices.class})
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
class NotificationsConfiguration {
    @Bean
    ServiceName serviceName() {
        return new ServiceName("notifications");
    }

    @Bean
    Participant participant() {
        return new Participant("notification");
    }

    @Bean
    ThisService thisService() {
        return new ThisService("notification-service", "/notices", "notifications");
    }

    @Bean
    Authority authority() {
        return NotificationAuthority.table()
                .and(MessageDesk.authority("/notices"))
                .and(ViewDesk.authority("/notices"));
    }

    @Bean
    Relations relations(Directory directory, NoticesOfCases notices) {
        return new EmploymentRelations(directory, notices);
    }

    // what is stored

    @Bean
    EventCatalogue eventCatalogue() {
        return NotificationEvents.catalogue();
    }

    @Bean
    AggregateShell followedCases() {
        return new AggregateShell(FollowedCaseShell.class);
    }

    @Bean
    AggregateShell notices() {
        return new AggregateShell(NoticeShell.class);
    }

    // what is heard and told

    @Bean
    NoticesAbout noticesAbout(EventLog eventLog, Clock clock) {
        return new NoticesAbout(eventLog, clock);
    }

    @Bean
    Ordering ordering(
            Commands commands,
            NoticesAbout about,
            DueNotices due,
            NoticesOfCases cases,
            Directory directory,
            Clock clock) {
        return new Ordering(commands, about, due, cases, directory, clock);
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
    MessageHandler whenCaseSplitPartThem(Commands commands) {
        return new SendingHandler(new WhenCaseSplitPartThem(), commands);
    }

    @Bean
    MessageHandler whenCaseReopenedResumeIt(Commands commands) {
        return new SendingHandler(new WhenCaseReopenedResumeIt(), commands);
    }

    @Bean
    Upcaster caseJoinedWithoutPlace() {
        return new StandingWithoutPlace("notification.CaseJoined");
    }

    @Bean
    Upcaster caseResumedWithoutPlace() {
        return new StandingWithoutPlace("notification.CaseResumed");
    }

    @Bean
    MessageHandler whenMeetingSummonedTellTheLeader(Ordering ordering) {
        return new WhenMeetingSummonedTellTheLeader(ordering);
    }

    @Bean
    MessageHandler whenMeetingIsOverOrOffCancelNotices(Ordering ordering) {
        return new WhenMeetingIsOverOrOffCancelNotices(ordering);
    }

    @Bean
    MessageHandler whenPlanPresentedTellTheLeader(Ordering ordering) {
        return new WhenPlanPresentedTellTheLeader(ordering);
    }

    @Bean
    MessageHandler whenPlanIsSignedOrChangedCancelNotices(Ordering ordering) {
        return new WhenPlanIsSignedOrChangedCancelNotices(ordering);
    }

    @Bean
    MessageHandler whenMeasureIsOverdueTellTheLeader(Ordering ordering) {
        return new WhenMeasureIsOverdueTellTheLeader(ordering);
    }

    @Bean
    Outbox noticeNews() {
        return new NoticeNews();
    }

    // what is sent

    @Bean
    MailServer mailServer(MailSettings settings, Clock clock) {
        return new MailServer(settings, clock);
    }

    @Bean
    Revalidation revalidation(
            OtherServices services,
            OutwardTokens tokens,
            FrontDoor frontDoor,
            MailSettings settings,
            NoticesAbout about,
            NoticesOfCases cases,
            Directory directory,
            Clock clock) {
        return new Revalidation(
                new Owners(services, tokens),
                new MailWriter(frontDoor.url(), settings),
                about,
                cases,
                directory,
                clock);
    }

    @Bean
    WhenNoticeIsDueSendIt whenNoticeIsDueSendIt(
            DueNotices due,
            NoticesAbout about,
            Watermarks watermarks,
            Revalidation revalidation,
            MailServer mailServer,
            DataSource dataSource,
            Commands commands,
            Ids ids,
            Clock clock,
            SweepSettings sweeps) {
        return new WhenNoticeIsDueSendIt(
                due,
                about,
                watermarks,
                revalidation,
                mailServer,
                new SenderLocks(dataSource),
                commands,
                ids,
                clock,
                sweeps);
    }

    @Bean
    MailMeters mailMeters(MeterRegistry registry, NoticesOfCases notices, DueNotices due, Clock clock) {
        return new MailMeters(registry, notices, due, clock);
    }

    // what is shown

    @Bean
    View dueNoticesView() {
        return new View(DueNoticesView.NAME, DueNoticesView::new);
    }

    @Bean
    DueNotices dueNotices(ViewVersions views) {
        return new DueNotices(views.tables(DueNoticesView.NAME));
    }

    @Bean
    View noticesView() {
        return new View(NoticesView.NAME, NoticesView::new);
    }

    @Bean
    NoticesOfCases noticesOfCases(ViewVersions views) {
        return new NoticesOfCases(views.tables(NoticesView.NAME));
    }

    @Bean
    NoticesEndpoint noticesEndpoint(NoticesOfCases notices) {
        return new NoticesEndpoint(notices);
    }

    @Bean
    NoticesPage noticesPage(NoticesOfCases notices, Directory directory, Clock clock) {
        return new NoticesPage(notices, directory, clock);
    }

    @Bean
    Navigation navigation() {
        return caller -> Stream.of(
                        Navigation.toCases(caller),
                        MessageDesk.navigation(caller, "/notices"),
                        ViewDesk.navigation(caller, "/notices"))
                .flatMap(items -> items)
                .toList();
    }
}

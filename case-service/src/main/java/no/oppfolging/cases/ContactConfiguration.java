package no.oppfolging.cases;

import static java.util.Map.entry;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.oppfolging.cases.automation.WhenLeaderChangesHandOver;
import no.oppfolging.cases.automation.WhenMeetingHeldCountItAsContact;
import no.oppfolging.cases.automation.WhenMeetingRequestedAskForIt;
import no.oppfolging.cases.automation.WhenMeetingStruckNoteIt;
import no.oppfolging.cases.automation.WhenSilentTooLongNoteIt;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.pages.CaseAtHand;
import no.oppfolging.cases.pages.ContactPage;
import no.oppfolging.cases.pages.Errands;
import no.oppfolging.cases.pages.HandOverPage;
import no.oppfolging.cases.pages.OwedDuties;
import no.oppfolging.cases.pages.OwnPage;
import no.oppfolging.cases.pages.RequestsPage;
import no.oppfolging.cases.pages.SecondThoughts;
import no.oppfolging.cases.pages.TalkEndpoint;
import no.oppfolging.cases.pages.WorkPage;
import no.oppfolging.cases.read.agreed.AgreedFollowUpView;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.derivation.ReportedAbsences;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviewView;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.write.CaseContactShell;
import no.oppfolging.cases.write.ContactCommands;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Automation;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.SendingHandler;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.time.Sweep;
import no.oppfolging.platform.time.SweepSettings;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.WordGuard;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the two main parties of a case say to one another: contact, possible work, requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContactConfiguration.Settings.class)
class ContactConfiguration {
    /** What the pages behind the forms about contact are read from. */
    private static final List<String> VIEWS = List.of(ContactView.NAME, CaseOverviewView.NAME, AgreedFollowUpView.NAME);

    /** The fields of forms a rule may be about. */
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            entry("no-contact-is-not-possible", List.of("channels")),
            entry("contact-is-too-seldom", List.of("everyDays")),
            entry("contact-is-still-to-come", List.of("on")),
            entry("contact-is-too-long-ago", List.of("on")),
            entry("text-is-missing", List.of("news", "tasks", "can")),
            entry("text-is-too-long", List.of("news", "tasks", "can", "reason")),
            entry("request-declined-needs-reason", List.of("reason")),
            entry("exemption-reason-is-for-another-duty", List.of("reason")),
            entry("explanation-is-for-another-duty", List.of("reason")),
            entry("exemption-needs-a-review-date", List.of("reviewOn")),
            entry("exemption-review-is-not-within-a-year", List.of("reviewOn")),
            entry("dispute-needs-words", List.of("words")),
            entry("answer-needs-words", List.of("words")));

    private static final int LONGEST_SILENCE = 31;

    /** @param silentAfterDays how long it may be silent where the two have agreed on nothing */
    @ConfigurationProperties("oppfolging.cases.contact")
    record Settings(@DefaultValue("14") int silentAfterDays) {
        Settings {
            if (silentAfterDays < 1 || silentAfterDays > LONGEST_SILENCE) {
                throw new IllegalArgumentException("It may be silent for 1 to 31 days, not " + silentAfterDays);
            }
        }
    }

    @Bean
    AggregateShell caseContacts() {
        return new AggregateShell(CaseContactShell.class);
    }

    @Bean
    View contactView(PersonalTexts texts) {
        return new View(ContactView.NAME, tables -> new ContactView(tables, texts));
    }

    @Bean
    Contacts contacts(ViewVersions views, PersonalTexts texts, Settings settings) {
        return new Contacts(views.tables(ContactView.NAME), texts, settings.silentAfterDays());
    }

    @Bean
    Silences silences(ViewVersions views, Settings settings) {
        return new Silences(views.tables(ContactView.NAME), settings.silentAfterDays());
    }

    @Bean
    WhenSilentTooLongNoteIt whenSilentTooLongNoteIt(
            Silences silences, Watermarks watermarks, Commands commands, Clock clock) {
        return new WhenSilentTooLongNoteIt(silences, watermarks, commands, clock);
    }

    @Bean
    MessageHandler whenMeetingHeldCountItAsContact(Commands commands, CaseOverviews cases) {
        return new SendingHandler(
                new WhenMeetingHeldCountItAsContact(caseId -> cases.of(caseId).map(CaseOverview::caseId)), commands);
    }

    @Bean
    MessageHandler whenMeetingStruckNoteIt(Commands commands, CaseOverviews cases) {
        return new SendingHandler(
                new WhenMeetingStruckNoteIt(caseId -> cases.of(caseId).map(CaseOverview::caseId)), commands);
    }

    @Bean
    Automation whenMeetingRequestedAskForIt(CaseOverviews cases, AgreedFollowUps agreed) {
        return new WhenMeetingRequestedAskForIt(cases, agreed::isAgreed);
    }

    @Bean
    Sweep silenceSweep(WhenSilentTooLongNoteIt noting, SweepSettings sweeps) {
        return new Sweep("cases-silence", sweeps.between(), noting::sweep);
    }

    @Bean
    MessageHandler whenLeaderChangesHandOver(Commands commands, Directory directory, CaseOverviews cases) {
        WhenLeaderChangesHandOver.OpenCases open = employment -> cases.ofEmployments(List.of(employment)).stream()
                .filter(overview -> overview.closedOn().isEmpty())
                .map(CaseOverview::caseId)
                .collect(Collectors.toSet());
        return new SendingHandler(new WhenLeaderChangesHandOver(directory, open), commands);
    }

    @Bean
    HandOverPage handOverPage(CaseAtHand cases, OwedDuties duties, FormDesk desk, Clock clock) {
        return new HandOverPage(cases, duties, desk, clock);
    }

    @Bean
    ContactCommands contactCommands(Commands commands, CaseOverviews cases, Directory directory) {
        return new ContactCommands(commands, cases, caseId -> cases.of(caseId).map(CaseOverview::caseId), directory);
    }

    @Bean
    CaseAtHand caseAtHand(
            CaseOverviews cases,
            Contacts contacts,
            Decisions decisions,
            AgreedFollowUps agreed,
            OwnDates ownDates,
            Directory directory,
            Clock clock) {
        return new CaseAtHand(cases, contacts, decisions, agreed, ownDates, directory, clock);
    }

    @Bean
    SecondThoughts secondThoughts() {
        return new SecondThoughts(WordGuard.withOurWords());
    }

    @Bean
    FormDesk formDesk(Commands commands, ReadYourWrites writes, Sentences sentences) {
        return new FormDesk(commands, writes, sentences, VIEWS, FIELDS);
    }

    @Bean
    Errands errands(Contacts contacts) {
        return new Errands(contacts);
    }

    @Bean
    TalkEndpoint talkEndpoint(CaseAtHand cases) {
        return new TalkEndpoint(cases);
    }

    @Bean
    ContactPage contactPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Clock clock) {
        return new ContactPage(cases, desk, thoughts, clock);
    }

    @Bean
    WorkPage workPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Directory directory, Clock clock) {
        return new WorkPage(cases, desk, thoughts, directory, clock);
    }

    @Bean
    RequestsPage requestsPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Clock clock) {
        return new RequestsPage(cases, desk, thoughts, clock);
    }

    @Bean
    OwnPage ownPage(
            CaseAtHand cases, EventLog eventLog, RuleSets law, CaseFigures figures, Directory directory, Clock clock) {
        return new OwnPage(cases, new ReportedAbsences(eventLog, law), figures, directory, clock);
    }
}

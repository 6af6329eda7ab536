package no.oppfolging.cases;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import no.oppfolging.cases.automation.WhenLeaderChangesHandOver;
import no.oppfolging.cases.automation.WhenSilentTooLongNoteIt;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.pages.CaseAtHand;
import no.oppfolging.cases.pages.ContactPage;
import no.oppfolging.cases.pages.Desk;
import no.oppfolging.cases.pages.Errands;
import no.oppfolging.cases.pages.HandOverPage;
import no.oppfolging.cases.pages.OwnPage;
import no.oppfolging.cases.pages.RequestsPage;
import no.oppfolging.cases.pages.TalkEndpoint;
import no.oppfolging.cases.pages.WorkPage;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.cases.read.derivation.ReportedAbsences;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.write.CaseContactShell;
import no.oppfolging.cases.write.ContactCommands;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.WordGuard;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what the two main parties of a case say to one another: contact, possible work, requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContactConfiguration.Settings.class)
class ContactConfiguration {
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
    ContactView contactView(JdbcClient jdbc, PersonalTexts texts) {
        return new ContactView(jdbc, texts);
    }

    @Bean
    Contacts contacts(JdbcClient jdbc, PersonalTexts texts, Settings settings) {
        return new Contacts(jdbc, texts, settings.silentAfterDays());
    }

    @Bean
    Silences silences(JdbcClient jdbc, Settings settings) {
        return new Silences(jdbc, settings.silentAfterDays());
    }

    @Bean
    WhenSilentTooLongNoteIt whenSilentTooLongNoteIt(Silences silences, Commands commands, Clock clock) {
        return new WhenSilentTooLongNoteIt(silences, commands, clock);
    }

    @Bean
    MessageHandler whenLeaderChangesHandOver(Commands commands, Directory directory, CaseOverviews cases) {
        return new WhenLeaderChangesHandOver(
                commands,
                directory,
                employment -> cases.ofEmployments(List.of(employment)).stream()
                        .filter(overview -> overview.closedOn().isEmpty())
                        .map(CaseOverview::caseId)
                        .collect(Collectors.toSet()));
    }

    @Bean
    HandOverPage handOverPage(CaseAtHand cases, Desk desk, Clock clock) {
        return new HandOverPage(cases, desk, clock);
    }

    @Bean
    ContactCommands contactCommands(Commands commands, CaseOverviews cases, Directory directory) {
        return new ContactCommands(commands, cases, directory);
    }

    @Bean
    CaseAtHand caseAtHand(CaseOverviews cases, Contacts contacts, AgreedFollowUps agreed, Directory directory) {
        return new CaseAtHand(cases, contacts, agreed, directory);
    }

    @Bean
    Desk desk(Commands commands, ReadYourWrites writes, Sentences sentences) {
        return new Desk(commands, writes, sentences, WordGuard.withOurWords());
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
    ContactPage contactPage(CaseAtHand cases, Desk desk, Clock clock) {
        return new ContactPage(cases, desk, clock);
    }

    @Bean
    WorkPage workPage(CaseAtHand cases, Desk desk, Directory directory, Clock clock) {
        return new WorkPage(cases, desk, directory, clock);
    }

    @Bean
    RequestsPage requestsPage(CaseAtHand cases, Desk desk, Clock clock) {
        return new RequestsPage(cases, desk, clock);
    }

    @Bean
    OwnPage ownPage(CaseAtHand cases, EventLog eventLog, RuleSets law, Directory directory, Clock clock) {
        return new OwnPage(cases, new ReportedAbsences(eventLog, law), directory, clock);
    }
}

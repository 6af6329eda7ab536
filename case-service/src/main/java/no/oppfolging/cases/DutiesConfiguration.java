package no.oppfolging.cases;

import java.time.Clock;
import no.oppfolging.cases.automation.WhenPlanPresentedNoteIt;
import no.oppfolging.cases.pages.CaseAtHand;
import no.oppfolging.cases.pages.DecisionsEndpoint;
import no.oppfolging.cases.pages.DutyPage;
import no.oppfolging.cases.pages.SecondThoughts;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.write.DutyCommands;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.SendingHandler;
import no.oppfolging.platform.web.FormDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what people decide about duties: that one is unnecessary, and why one was late. */
@Configuration(proxyBeanMethods = false)
class DutiesConfiguration {
    @Bean
    MessageHandler whenPlanPresentedNoteIt(Commands commands, CaseOverviews cases, AgreedFollowUps agreed) {
        return new SendingHandler(new WhenPlanPresentedNoteIt(cases, agreed::isAgreed), commands);
    }

    @Bean
    Decisions decisions(EventLog eventLog) {
        return new Decisions(eventLog);
    }

    @Bean
    DutyCommands dutyCommands(Commands commands, CaseOverviews cases, Directory directory) {
        return new DutyCommands(commands, cases, directory);
    }

    @Bean
    DecisionsEndpoint decisionsEndpoint(CaseAtHand cases, Decisions decisions, Clock clock) {
        return new DecisionsEndpoint(cases, decisions, clock);
    }

    @Bean
    DutyPage dutyPage(CaseAtHand cases, Decisions decisions, FormDesk formDesk, SecondThoughts thoughts, Clock clock) {
        return new DutyPage(cases, decisions, formDesk, thoughts, clock);
    }
}

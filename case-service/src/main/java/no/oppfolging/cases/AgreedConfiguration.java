package no.oppfolging.cases;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;

import java.time.Clock;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.pages.AgreedFollowUpPage;
import no.oppfolging.cases.pages.CaseAtHand;
import no.oppfolging.cases.read.agreed.AgreedFollowUpView;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.write.AgreedFollowUpCommands;
import no.oppfolging.cases.write.AgreedFollowUpShell;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.View;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.web.FormDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together the cases that two agree on, and who may. */
@Configuration(proxyBeanMethods = false)
class AgreedConfiguration {
    /** Employee and leader open, close and open again, each for both. */
    static Authority authority() {
        return Authority.table(
                theTwo(Authority.commanding(
                        OpenFollowUp.class,
                        "POST /api/employments/{employmentId}/follow-ups",
                        "GET /cases/employments/{employmentId}/follow-ups",
                        "POST /cases/employments/{employmentId}/follow-ups")),
                theTwo(Authority.commanding(
                        CloseFollowUp.class, "POST /api/cases/{caseId}/closings", "POST /cases/{caseId}/closings")),
                theTwo(Authority.commanding(
                        ReopenFollowUp.class,
                        "POST /api/cases/{caseId}/reopenings",
                        "POST /cases/{caseId}/reopenings")));
    }

    private static Row theTwo(Row row) {
        return row.may(Role.EMPLOYEE, SELF)
                .may(Role.MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .neverForOthers();
    }

    @Bean
    AggregateShell agreedFollowUpShell() {
        return new AggregateShell(AgreedFollowUpShell.class);
    }

    @Bean
    View agreedFollowUpView(PersonalTexts texts) {
        return new View(AgreedFollowUpView.NAME, tables -> new AgreedFollowUpView(tables, texts));
    }

    @Bean
    AgreedFollowUps agreedFollowUps(ViewVersions views, PersonalTexts texts) {
        return new AgreedFollowUps(views.tables(AgreedFollowUpView.NAME), texts);
    }

    @Bean
    AgreedFollowUpCommands agreedFollowUpCommands(Commands commands, Directory directory, Clock clock) {
        return new AgreedFollowUpCommands(commands, directory, clock);
    }

    @Bean
    AgreedFollowUpPage agreedFollowUpPage(FormDesk desk, CaseAtHand cases, Directory directory, Clock clock) {
        return new AgreedFollowUpPage(desk, cases, directory, clock);
    }
}

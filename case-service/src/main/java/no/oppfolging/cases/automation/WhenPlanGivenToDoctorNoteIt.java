package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanGiven;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When the plan has been given to the doctor, its case takes note, and the deadline may be met. */
public final class WhenPlanGivenToDoctorNoteIt implements NewsAutomation {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenPlanGivenToDoctorNoteIt(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "cases.when-plan-given-to-doctor-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.PLAN_GIVEN);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var given = message.as(PlanGiven.class);
        return duties.note(
                given.caseId(),
                (employment, caseId) ->
                        new NotePlanGiven(employment, caseId, given.planId(), given.version(), given.givenOn()));
    }
}

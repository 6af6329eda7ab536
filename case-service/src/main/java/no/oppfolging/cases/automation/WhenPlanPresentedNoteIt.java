package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanPresented;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a plan has been laid before the two, its case takes note: a duty that is being met is not unnecessary. */
public final class WhenPlanPresentedNoteIt implements NewsAutomation {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenPlanPresentedNoteIt(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "cases.when-plan-presented-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.PLAN_PRESENTED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var presented = message.as(PlanPresented.class);
        return duties.note(
                presented.caseId(),
                (employment, caseId) ->
                        new NotePlanPresented(employment, caseId, presented.planId(), presented.version()));
    }
}

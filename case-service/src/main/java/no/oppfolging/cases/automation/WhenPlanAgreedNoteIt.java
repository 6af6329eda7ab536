package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanAgreed;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When both have signed the plan, its case takes note, and the deadline may be met. */
public final class WhenPlanAgreedNoteIt implements NewsAutomation {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenPlanAgreedNoteIt(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "cases.when-plan-agreed-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.PLAN_AGREED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var agreed = message.as(PlanAgreed.class);
        return duties.note(
                agreed.caseId(),
                (employment, caseId) ->
                        new NotePlanAgreed(employment, caseId, agreed.planId(), agreed.version(), agreed.agreedOn()));
    }
}

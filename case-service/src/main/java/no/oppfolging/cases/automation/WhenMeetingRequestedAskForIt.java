package no.oppfolging.cases.automation;

import java.util.List;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.Asker;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestMade;
import no.oppfolging.cases.domain.contact.RequestKind;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Automation;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * When the employee asks for a meeting, the dialogue meeting is asked for: the law then demands it also of whoever is
 * partly at work (aml § 4-6 (4)).
 */
public final class WhenMeetingRequestedAskForIt implements Automation {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenMeetingRequestedAskForIt(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "when-meeting-requested-ask-for-it";
    }

    @Override
    public List<DomainCommand> react(RecordedEvent event) {
        return event.event() instanceof RequestMade made && made.kind().text().equals(RequestKind.MEETING.name())
                ? duties.note(
                        made.caseId().value(),
                        (employment, caseId) -> new AskForDialogueMeeting(
                                employment, caseId, Asker.EMPLOYEE, LegalDay.of(event.recordedAt())))
                : List.of();
    }
}

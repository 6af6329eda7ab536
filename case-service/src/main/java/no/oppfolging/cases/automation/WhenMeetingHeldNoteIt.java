package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.MeetingHeld;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When dialogue meeting 1 has been held, its case takes note, and the deadline may be met. */
public final class WhenMeetingHeldNoteIt implements NewsAutomation {
    private static final String DIALOGUE_MEETING_1 = "DM1";

    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenMeetingHeldNoteIt(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "cases.when-meeting-held-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.MEETING_HELD);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var held = message.as(MeetingHeld.class);
        return held.kind().equals(DIALOGUE_MEETING_1)
                ? duties.note(
                        held.caseId(),
                        (employment, caseId) ->
                                new NoteDialogueMeetingHeld(employment, caseId, held.meetingId(), held.heldOn()))
                : List.of();
    }
}

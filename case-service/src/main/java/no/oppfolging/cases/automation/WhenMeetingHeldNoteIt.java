package no.oppfolging.cases.automation;

import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.MeetingHeld;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When dialogue meeting 1 has been held, its case takes note, and the deadline may be met. */
public final class WhenMeetingHeldNoteIt implements MessageHandler {
    private static final String DIALOGUE_MEETING_1 = "DM1";

    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenMeetingHeldNoteIt(Commands commands, Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(commands, cases, withoutDeadlines);
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
    public Outcome handle(Message message) {
        var held = message.as(MeetingHeld.class);
        if (!held.kind().equals(DIALOGUE_MEETING_1)) {
            return Outcome.done();
        }
        return duties.note(
                held.caseId(),
                (employment, caseId) ->
                        new NoteDialogueMeetingHeld(employment, caseId, held.meetingId(), held.heldOn()),
                message,
                this);
    }
}

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

    private final Commands commands;
    private final Belonging cases;
    private final Predicate<CaseId> withoutDeadlines;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenMeetingHeldNoteIt(Commands commands, Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.commands = commands;
        this.cases = cases;
        this.withoutDeadlines = withoutDeadlines;
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
        var caseId = new CaseId(held.caseId());
        if (withoutDeadlines.test(caseId)) {
            return Outcome.done();
        }
        return cases.employmentOf(caseId)
                .map(employment -> Sending.of(
                        commands,
                        new NoteDialogueMeetingHeld(employment, caseId, held.meetingId(), held.heldOn()),
                        message,
                        this))
                .orElseGet(() -> Outcome.waits("case-not-known-yet"));
    }
}

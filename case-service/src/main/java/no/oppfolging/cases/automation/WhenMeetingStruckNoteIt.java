package no.oppfolging.cases.automation;

import java.util.Set;
import no.oppfolging.cases.automation.WhenMeetingHeldCountItAsContact.Standing;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteStruckMeeting;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.MeetingStruck;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a conversation turns out to have been entered by mistake, the two were not in touch that day after all. */
public final class WhenMeetingStruckNoteIt implements MessageHandler {
    private final Commands commands;
    private final Standing cases;

    public WhenMeetingStruckNoteIt(Commands commands, Standing cases) {
        this.commands = commands;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "cases.when-meeting-struck-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.MEETING_STRUCK);
    }

    @Override
    public Outcome handle(Message message) {
        var struck = message.as(MeetingStruck.class);
        return cases.of(new CaseId(struck.caseId()))
                .map(standing ->
                        Sending.of(commands, new NoteStruckMeeting(standing, struck.meetingId()), message, this))
                .orElseGet(() -> Outcome.waits("case-not-known-yet"));
    }
}

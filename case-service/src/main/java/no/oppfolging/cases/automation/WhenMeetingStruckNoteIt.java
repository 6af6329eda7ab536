package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.cases.automation.WhenMeetingHeldCountItAsContact.Standing;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteStruckMeeting;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.MeetingStruck;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a conversation turns out to have been entered by mistake, the two were not in touch that day after all. */
public final class WhenMeetingStruckNoteIt implements NewsAutomation {
    private final Standing cases;

    public WhenMeetingStruckNoteIt(Standing cases) {
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
    public List<DomainCommand> react(Message message) {
        var struck = message.as(MeetingStruck.class);
        var standing = cases.of(new CaseId(struck.caseId())).orElseThrow(CaseNotKnownYet::new);
        return List.of(new NoteStruckMeeting(standing, struck.meetingId()));
    }
}

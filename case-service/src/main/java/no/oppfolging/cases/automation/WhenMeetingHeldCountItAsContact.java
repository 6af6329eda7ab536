package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteMeeting;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.MeetingHeld;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/**
 * When the two have held a meeting, be it a conversation or the law's, in a case with deadlines or one they have agreed
 * on, they have been in touch.
 */
public final class WhenMeetingHeldCountItAsContact implements NewsAutomation {
    private static final Set<String> OF_THE_TWO = Set.of("DM1", "CONVERSATION");

    private final Standing cases;

    public WhenMeetingHeldCountItAsContact(Standing cases) {
        this.cases = cases;
    }

    /** The case that stands for one now. */
    @FunctionalInterface
    public interface Standing {
        Optional<CaseId> of(CaseId caseId);
    }

    @Override
    public String name() {
        return "cases.when-meeting-held-count-it-as-contact";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.MEETING_HELD);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var held = message.as(MeetingHeld.class);
        if (!OF_THE_TWO.contains(held.kind())) {
            return List.of();
        }
        var standing = cases.of(new CaseId(held.caseId())).orElseThrow(CaseNotKnownYet::new);
        return List.of(new NoteMeeting(standing, held.meetingId(), held.heldOn()));
    }
}

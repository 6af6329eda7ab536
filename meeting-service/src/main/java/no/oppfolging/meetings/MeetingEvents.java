package no.oppfolging.meetings;

import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseReleased;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.DutyNoted;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingTakenOver;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.platform.casefile.CaseRead;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.messagedesk.MessageDesk;

/** The lasting names of what meeting-service stores; each stands here for ever. */
final class MeetingEvents {
    private MeetingEvents() {}

    static EventCatalogue catalogue() {
        return MessageDesk.events(EventCatalogue.of("meeting"))
                .with("CaseFollowed", CaseFollowed.class)
                .with("CaseAbsorbed", CaseAbsorbed.class)
                .with("CaseJoined", 2, CaseJoined.class)
                .with("CaseReleased", CaseReleased.class)
                .with("CaseResumed", 2, CaseResumed.class)
                .with("CaseEnded", CaseEnded.class)
                .with("DutyNoted", DutyNoted.class)
                .with("MeetingSummoned", 2, MeetingSummoned.class)
                .with("MeetingMoved", MeetingMoved.class)
                .with("NoticeWaived", NoticeWaived.class)
                .with("MeetingCancelled", MeetingCancelled.class)
                .with("MeetingHeld", MeetingHeld.class)
                .with("ConversationEntered", ConversationEntered.class)
                .with("ConversationStruck", ConversationStruck.class)
                .with("MeetingPassedOn", 2, MeetingPassedOn.class)
                .with("MeetingTakenOver", 2, MeetingTakenOver.class)
                .with("CaseRead", CaseRead.class);
    }
}

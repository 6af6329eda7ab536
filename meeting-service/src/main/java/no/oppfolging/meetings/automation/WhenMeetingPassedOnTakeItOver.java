package no.oppfolging.meetings.automation;

import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.platform.eventlog.Automation;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.DomainCommand;

/** When a case has passed a meeting on, the one it belongs to takes it over as it stands. */
public final class WhenMeetingPassedOnTakeItOver implements Automation {
    @Override
    public String name() {
        return "when-meeting-passed-on-take-it-over";
    }

    @Override
    public List<DomainCommand> react(RecordedEvent event) {
        return event.event() instanceof MeetingPassedOn passed
                ? List.of(new TakeOverMeeting(
                        passed.to(), passed.meetingId(), passed.kind(), passed.caseId(), passed.soFar()))
                : List.of();
    }
}

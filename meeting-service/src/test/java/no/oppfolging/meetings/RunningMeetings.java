package no.oppfolging.meetings;

import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;

/** The meeting-service that all tests of this module share. */
final class RunningMeetings {
    static final RunningService SERVICE = RunningService.start(ServiceName.MEETINGS, MeetingsApplication.class);

    private RunningMeetings() {}
}

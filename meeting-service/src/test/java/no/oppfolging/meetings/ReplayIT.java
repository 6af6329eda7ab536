package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.CaseMeetings;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplayIT {
    private final RunningService service = RunningMeetings.SERVICE;

    @BeforeEach
    void a_meeting_is_summoned_to_moved_and_cancelled() {
        var known = KarisMeeting.summoned(service);
        var meetings = "/api/cases/" + known.caseId() + "/meetings";
        var etag = service.get(known.people().ola().someone(), meetings).etag();
        for (var step : List.of("moves", "cancellations")) {
            var endpoint = "POST /api/cases/{caseId}/meetings/{meetingId}/" + step;
            var answer = service.post(
                    known.people().ola().someone(),
                    meetings + "/" + known.meetingId() + "/" + step,
                    etag,
                    Optional.ofNullable(known.bodies().get(endpoint)).orElseThrow());
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            etag = answer.etag();
        }
    }

    @Test
    void every_cases_meetings_in_the_log_lead_to_the_same_however_they_are_folded() {
        ReplayRules.everyStreamLeadsToTheSame(
                service, CaseMeetingsEvent.class, CaseMeetings.unknown(), CaseMeetings::evolve);
    }

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_is_the_one_that_grew() {
        return ReplayRules.viewsBuiltAnewAreTheSame(service, Set.of("place", "reason", "occasion", "purposes"));
    }
}

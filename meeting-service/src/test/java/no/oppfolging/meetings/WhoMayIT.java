package no.oppfolging.meetings;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.meetings.read.casemeetings.MeetingsEndpoint;
import no.oppfolging.platform.casefile.HistoryEndpoint;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.AuthorityWalk;
import no.oppfolging.platform.testing.AuthorityWalk.Shows;
import no.oppfolging.platform.testing.LeaderRules;
import no.oppfolging.platform.testing.ReadRules;
import no.oppfolging.platform.testing.RunningService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class WhoMayIT {
    private final RunningService service = RunningMeetings.SERVICE;

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_answers_every_role_as_the_table_says() {
        var known = KarisMeeting.summoned(service);
        var shows = List.of(
                new Shows("GET /api/cases/{caseId}/meetings", MeetingsEndpoint.WHERE_AND_WHO, Set.of("place", "form")),
                new Shows(
                        "GET /api/cases/{caseId}/meetings",
                        MeetingsEndpoint.WHO_TO_THE_DIALOGUE_MEETING,
                        Set.of("participants")),
                new Shows(HistoryEndpoint.PATH, "participants", Set.of("participants")),
                new Shows(HistoryEndpoint.PATH, "appointment.form", Set.of("form")),
                new Shows(HistoryEndpoint.PATH, "appointment.startsAt", Set.of("startsAt")));
        return new AuthorityWalk(service, known.scene(), known.people().siri(), known.bodies(), shows).walk();
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_that_shows_a_case_keeps_who_read_it() {
        return ReadRules.everyEndpointKeepsWhoReads(
                service, () -> KarisMeeting.summoned(service).scene());
    }

    @Test
    void a_manager_whom_hr_replaces_loses_the_meetings_within_a_second() {
        var known = KarisMeeting.summoned(service);
        LeaderRules.aReplacedLeaderSeesNothing(service, known.people(), "/api/cases/" + known.caseId() + "/meetings");
    }
}

package no.oppfolging.notifications;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.notifications.read.notices.NoticesEndpoint;
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
    private final RunningService service = RunningNotifications.RUNNING.service;

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_answers_every_role_as_the_table_says() {
        var known = KarisNotice.calledOff(service);
        var bodies = Map.of("POST /api/notices/messages/{messageId}/skips", "{\"reason\": \"SENT_BY_MISTAKE\"}");
        var shows = List.of(
                new Shows(
                        "GET /api/cases/{caseId}/notices", NoticesEndpoint.WHOM_AND_WHAT, Set.of("recipient", "about")),
                new Shows(HistoryEndpoint.PATH, "noticeId", Set.of("noticeId")),
                new Shows(HistoryEndpoint.PATH, "recipient", Set.of("recipient")));
        return new AuthorityWalk(service, known.scene(), known.people().siri(), bodies, shows).walk();
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_that_shows_a_case_keeps_who_read_it() {
        return ReadRules.everyEndpointKeepsWhoReads(
                service, () -> KarisNotice.calledOff(service).scene());
    }

    @Test
    void a_manager_whom_hr_replaces_loses_the_notices_within_a_second() {
        var known = KarisNotice.calledOff(service);
        LeaderRules.aReplacedLeaderSeesNothing(service, known.people(), "/api/cases/" + known.caseId() + "/notices");
    }
}

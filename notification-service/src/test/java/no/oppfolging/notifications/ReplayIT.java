package no.oppfolging.notifications;

import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.notifications.domain.FollowedCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent;
import no.oppfolging.notifications.domain.Notice;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplayIT {
    private final RunningService service = RunningNotifications.RUNNING.service;

    private final KarisNotice waiting = KarisNotice.waiting(service);

    @BeforeEach
    void another_notice_is_cancelled() {
        KarisNotice.calledOff(service);
    }

    @AfterEach
    void nothing_is_left_to_be_sent() {
        waiting.callOff(service);
    }

    @Test
    void every_notice_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(service, NoticeEvent.class, Notice.unknown(), Notice::evolve);
    }

    @Test
    void every_followed_case_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(
                service, FollowedCaseEvent.class, FollowedCase.unknown(), FollowedCase::evolve);
    }

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_is_the_one_that_grew() {
        return ReplayRules.viewsBuiltAnewAreTheSame(service, Set.of());
    }
}

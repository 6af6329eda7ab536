package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who sees which notices of a case. */
class CaseNoticesIT {
    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final Employed ola = known.ola;
    private final Employed siri = known.siri;
    private final Employed kari = known.kari;
    private final Someone asHr = known.asHr;

    @AfterEach
    void nothing_of_it_is_left_to_be_sent() {
        known.leavesNothingToBeSent();
    }

    @Nested
    class The_notices_of_a_case {
        @Test
        void are_shown_to_both_of_them_and_without_the_recipient_to_hr() {
            known.standing();
            known.summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "SENT");

            for (var someone : List.of(ola.someone(), kari.someone())) {
                assertThat(running.noticesOf(caseId, someone)
                                .getFirst()
                                .path("recipient")
                                .asString())
                        .isEqualTo(ola.person().toString());
            }
            assertThat(running.noticesOf(caseId, asHr).getFirst().has("recipient"))
                    .isFalse();
        }

        @Test
        void are_nothing_that_another_manager_or_an_operator_can_know_of() {
            var operator = new Someone("drift", List.of("OPERATOR"), List.of(RunningService.ORGANISATION));
            for (var someone : List.of(siri.someone(), operator)) {
                assertThat(service.get(someone, "/api/cases/" + caseId + "/notices")
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void are_shown_with_those_of_the_case_it_is_part_of_for_as_long_as_it_is() {
            var survivor = survivorOfACaseWithANotice();
            running.awaitNotices(caseId, ola.someone(), "SENT");

            service.neighbours().caseSplit(survivor, caseId, "2026-03-02", 3, 2);
            running.awaitNotices(survivor, ola.someone());
            running.awaitNotices(caseId, ola.someone(), "SENT");
        }

        @Test
        void are_its_own_again_when_it_goes_on_by_itself_though_nothing_was_split() {
            var survivor = survivorOfACaseWithANotice();

            service.neighbours().tells(ServiceName.CASES, "CaseReopened", caseId, 3, 1, Map.of());
            running.awaitNotices(survivor, ola.someone());
            running.awaitNotices(caseId, ola.someone(), "SENT");
        }

        @Test
        void stay_with_those_of_the_other_though_it_is_heard_late_that_it_stood_alone_for_a_while() {
            var survivor = survivorOfACaseWithANotice();

            service.neighbours().casesMerged(survivor, caseId, 9, 2);
            service.neighbours().tells(ServiceName.CASES, "CaseReopened", caseId, 5, 1, Map.of());
            running.newsIsHeard();

            running.awaitNotices(survivor, ola.someone(), "SENT");
        }

        private UUID survivorOfACaseWithANotice() {
            known.standing();
            known.summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "SENT");
            var survivor = UUID.randomUUID();
            service.neighbours().caseOpened(survivor, kari, 1);
            service.neighbours().casesMerged(survivor, caseId, 2, 1);
            running.awaitNotices(survivor, ola.someone(), "SENT");
            return survivor;
        }
    }
}

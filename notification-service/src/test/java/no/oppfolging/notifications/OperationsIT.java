package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import no.oppfolging.platform.testing.MeterRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;

class OperationsIT {
    private final RunningService service = RunningNotifications.RUNNING.service;

    @Test
    void the_meters_tell_how_mails_stand_and_name_nobody() {
        await().untilAsserted(() -> {
            var exposed = service.text("/actuator/prometheus");
            for (var expected : List.of(
                    "oppfolging_mails_states\\{state=\"sent\"} ",
                    "oppfolging_mails_states\\{state=\"failed\"} ",
                    "oppfolging_mails_oldest_seconds ",
                    "oppfolging_log_behind\\{follower=\"publisher\"} ",
                    "oppfolging_watermarks_age_seconds\\{producer=\"meeting\"} ")) {
                assertThat(exposed).containsPattern("(?m)^" + expected);
            }
            MeterRules.mustHold(exposed);
        });
    }

    @Test
    void its_messages_are_an_operators_to_see() {
        var operator = new Someone("odd", List.of("OPERATOR"), List.of(RunningService.ORGANISATION));

        assertThat(service.get(operator, "/api/notices/messages/parked").status())
                .isEqualTo(200);
        assertThat(service.get(Someone.named("nobody"), "/api/notices/messages/parked")
                        .status())
                .isEqualTo(403);
    }
}

package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import tools.jackson.databind.JsonNode;

/**
 * A new Kari with a case of her own and no notice yet: Ola leads her, and Siri leads him and has nothing to do with it.
 */
final class KarisCase {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final Map<ServiceName, Long> lastTold = new EnumMap<>(ServiceName.class);
    private long told;
    final UUID caseId = UUID.randomUUID();
    final UUID meetingId = UUID.randomUUID();
    final UUID planId = UUID.randomUUID();
    final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));

    private KarisCase() {}

    /** At a time when mails may be sent. */
    static KarisCase opened() {
        var known = new KarisCase();
        known.open();
        return known;
    }

    private void open() {
        running.isOpen();
        running.hrTells(ola, "nb", siri);
        running.hrTells(siri, "nb", ola);
        running.hrTells(kari, "nb", ola);
        service.neighbours().caseOpened(caseId, kari, 1);
        await().untilAsserted(() -> assertThat(service.get(kari.someone(), "/api/cases/" + caseId + "/notices")
                        .status())
                .isEqualTo(200));
    }

    void leavesNothingToBeSent() {
        told("MeetingCancelled", Map.of("meetingId", meetingId.toString()));
        tells(ServiceName.PLANS, "PlanAgreed", Map.of("planId", planId.toString(), "version", 9));
        await().untilAsserted(() -> assertThat(running.noticesOf(caseId, asHr))
                .noneMatch(notice -> List.of("WAITING", "UNCERTAIN").contains(state(notice))));
    }

    void summoned() {
        told("MeetingSummoned", Map.of("meetingId", meetingId.toString()));
    }

    /** Meeting-service answers that people meet in a week. */
    void standing() {
        running.meetingIs(caseId, meetingId, "SUMMONED", "Møterom Fjorden", inAWeek());
    }

    Instant inAWeek() {
        return service.clock().instant().plus(A_WEEK);
    }

    void leads(Employed someone) {
        await().untilAsserted(() -> assertThat(service.get(someone.someone(), "/api/cases/" + caseId + "/notices")
                        .status())
                .isEqualTo(200));
    }

    void told(String name, Map<String, Object> fields) {
        tells(ServiceName.MEETINGS, name, fields);
    }

    /** Each telling comes after the one before; the two services count on their own, and neither misses a number. */
    void tells(ServiceName other, String name, Map<String, Object> fields) {
        var more = new HashMap<>(fields);
        if (name.startsWith("Meeting")) {
            more.put("kind", "DM1");
        }
        told++;
        service.neighbours().tells(other, name, caseId, told, last(other), more);
        lastTold.put(other, told);
    }

    private long last(ServiceName other) {
        return lastTold.getOrDefault(other, 0L);
    }

    private static String state(JsonNode notice) {
        return notice.path("state").asString();
    }
}

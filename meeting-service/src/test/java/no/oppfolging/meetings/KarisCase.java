package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;

/** A new Kari with a case of her own and no meeting yet: Ola leads her, and Siri has nothing to do with it. */
final class KarisCase {
    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    final UUID caseId = UUID.randomUUID();
    final UUID meetingId = UUID.randomUUID();
    final String meetings = "/api/cases/" + caseId + "/meetings";
    final String meeting = meetings + "/" + meetingId;
    /** Ten in the morning by Norwegian clocks, today; other tests may have moved the clock. */
    final ZonedDateTime today =
            LegalDay.of(service.clock().instant()).atTime(10, 0).atZone(LegalDay.NORWAY);

    final Instant nextWeek = today.plusDays(8).toInstant();
    final Instant anHourLater = nextWeek.plus(Duration.ofHours(1));
    final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    final Someone asOla = ola.someone();
    final Someone asKari = kari.someone();
    final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));

    private KarisCase() {}

    static KarisCase opened() {
        var known = new KarisCase();
        known.open();
        return known;
    }

    private void open() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.caseOpened(caseId, kari, 1);
        eventually(asOla, meetings, answer -> assertThat(answer.status()).isEqualTo(200));
    }

    /** To a meeting next week, by Ola. */
    Optional<String> summoned() {
        var answer = summon(asOla);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.etag();
    }

    Answered summon(Someone someone) {
        return service.post(someone, meetings, Optional.empty(), summons(nextWeek, anHourLater));
    }

    String summons(Instant from, Instant to) {
        return """
                {"meetingId": "%s",
                 "appointment": {"startsAt": "%s", "endsAt": "%s", "place": "Møterom Fjorden", "form": "IN_PERSON"},
                 "participants": [{"role": "EMPLOYEE", "person": "%s"}, {"role": "MANAGER", "person": "%s"}]}
                """.formatted(meetingId, from, to, kari.person(), ola.person());
    }

    void eventually(Someone someone, String path, ThrowingConsumer<Answered> holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds.accept(service.get(someone, path)));
    }
}

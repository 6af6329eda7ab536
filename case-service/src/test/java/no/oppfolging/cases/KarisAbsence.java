package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/** A new Kari, whom Ola leads, and an absence of hers; Siri has nothing to do with it. */
final class KarisAbsence {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    final UUID id = UUID.randomUUID();
    final Employed ola = Employed.named("Ola Bråthen", "ola-" + id);
    final Employed kari = Employed.named("Kari Nordmann", "kari-" + id);
    final Employed siri = Employed.named("Siri Moe", "siri-" + id);
    final Someone asOla = ola.someone();
    final Someone asKari = kari.someone();
    final Someone asSiri = siri.someone();

    private KarisAbsence() {}

    /** HR has told of the people, and not yet of the absence. */
    static KarisAbsence ofSomebodyNew() {
        var known = new KarisAbsence();
        known.tellWhoLeadsWhom();
        return known;
    }

    private void tellWhoLeadsWhom() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
    }

    /** Kari is away from Thursday 5 March 2026: the plan is due Wednesday 1 April, the meeting Wednesday 22 April. */
    UUID away() {
        neighbours.hrTells("AbsenceReported", kari.employment(), KarisCase.absence(id, 1, "2026-03-05"));
        eventually(asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(1));
        return UUID.fromString(
                service.get(asOla, "/api/cases").body().path(0).path("caseId").asString());
    }

    void reported(UUID absenceId, int revision, String from, String to) {
        neighbours.hrTells(
                "AbsenceReported",
                kari.employment(),
                Map.of("absenceId", absenceId.toString(), "revision", revision, "from", from, "to", to));
    }

    void haveToldUntilNow() {
        var now = service.clock().instant();
        neighbours.haveToldUntil(ServiceName.MEETINGS, now);
        neighbours.haveToldUntil(ServiceName.PLANS, now);
    }

    void eventually(Someone someone, String path, Consumer<Answered> says) {
        await().untilAsserted(() -> says.accept(service.get(someone, path)));
    }
}

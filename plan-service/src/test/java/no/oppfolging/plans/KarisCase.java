package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A new Kari with a case of her own and no plan yet: Ola leads her, and Siri has nothing to do with it. */
final class KarisCase {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    final UUID caseId = UUID.randomUUID();
    final UUID planId = UUID.randomUUID();
    final String plans = "/api/cases/" + caseId + "/plans";
    final String plan = plans + "/" + planId;
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
        eventually(asOla, plans, answer -> assertThat(answer.status()).isEqualTo(200));
    }

    Optional<String> present(String measures) {
        return present(measures, service.get(asOla, plans).etag());
    }

    Optional<String> present(String measures, Optional<String> etag) {
        var answer = tryToPresent(asOla, measures, etag);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(service.get(asOla, plans).etag()).isEqualTo(answer.etag()));
        return answer.etag();
    }

    /** Both sign what the leader presents. */
    void agree(String measures, String plannedMeasures) {
        var presented = service.post(
                asOla,
                plan + "/versions",
                service.get(asOla, plans).etag(),
                KarisPlan.content(measures, plannedMeasures));
        assertThat(presented.status()).as(presented.body().toString()).isEqualTo(201);
        eventually(asOla, plans, answer -> assertThat(answer.etag()).isEqualTo(presented.etag()));
        var version = latest(service.get(asOla, plans)).path("version").asInt();
        var signed = sign(asOla, presented.etag(), version, digest());
        assertThat(sign(asKari, signed.etag(), version, digest()).status()).isEqualTo(201);
    }

    Answered tryToPresent(Someone someone, String measures, Optional<String> etag) {
        return service.post(someone, plan + "/versions", etag, KarisPlan.content(measures));
    }

    Answered sign(Someone someone, Optional<String> etag, int version, String digest) {
        return service.post(
                someone,
                plan + "/signatures",
                etag,
                "{\"version\": %d, \"digest\": \"%s\"}".formatted(version, digest));
    }

    String digest() {
        return latest(service.get(asOla, plans)).path("digest").asString();
    }

    static JsonNode versions(Answered answer) {
        return answer.body().path("plans").path(0).path("versions");
    }

    static JsonNode latest(Answered answer) {
        return versions(answer).path(versions(answer).size() - 1);
    }

    void eventually(Someone someone, String path, ThrowingConsumer<Answered> holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds.accept(service.get(someone, path)));
    }
}

package no.oppfolging.cases;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.KarisPeople;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Scene;

/** A new Kari with a case of her own: Ola leads her, Tuva takes his place, and Siri has nothing to do with it. */
record KarisCase(UUID caseId, UUID absenceId, Employed kari, Employed ola, Employed tuva, Employed siri) {
    private static final String FROM = "2026-03-05";

    static KarisCase opened(RunningService service) {
        var people = KarisPeople.told(service.neighbours());
        var kari = people.kari();
        var absenceId = UUID.randomUUID();
        service.neighbours().hrTells("AbsenceReported", kari.employment(), absence(absenceId, 1, FROM));
        var caseId =
                await().until(() -> caseOf(service, kari), Optional::isPresent).orElseThrow();
        return new KarisCase(caseId, absenceId, kari, people.ola(), people.tuva(), people.siri());
    }

    /** HR corrects how much of the work Kari is away from. */
    void isGraded(RunningService service, int percent) {
        var graded = absence(absenceId, 2, FROM);
        graded.put("grade", percent);
        service.neighbours().hrTells("AbsenceReported", kari.employment(), graded);
    }

    /** An absence until the end of June 2026. */
    static Map<String, Object> absence(UUID absenceId, int revision, String from) {
        var fields = new HashMap<String, Object>();
        fields.put("absenceId", absenceId.toString());
        fields.put("revision", revision);
        fields.put("kind", "SICK_NOTE");
        fields.put("grade", 100);
        fields.put("from", from);
        fields.put("to", "2026-06-30");
        return fields;
    }

    /** Not asked over HTTP, for then it would have been read. */
    private static Optional<UUID> caseOf(RunningService service, Employed someone) {
        return service.bean(CaseOverviews.class).ofEmployments(List.of(new EmploymentId(someone.employment()))).stream()
                .map(CaseOverview::caseId)
                .map(id -> id.value())
                .findFirst();
    }

    Scene scene() {
        var variables = Map.of(
                "caseId", caseId.toString(),
                "stage", "PLAN",
                "from", "2026-07-01",
                "to", "2026-07-31",
                "grade", "50",
                "reason", "SENT_BY_MISTAKE");
        return new Scene("/cases", variables, kari, ola, tuva);
    }
}

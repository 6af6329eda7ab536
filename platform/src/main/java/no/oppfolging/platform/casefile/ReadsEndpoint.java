package no.oppfolging.platform.casefile;

import java.util.List;
import no.oppfolging.platform.casefile.KeptReads.Read;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.web.Visit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who has read what this service keeps of a case. */
@RestController
public final class ReadsEndpoint {
    public static final String PATH = "GET /api/cases/{caseId}/reads";

    private final KeptReads reads;
    private final CaseFamilies families;

    ReadsEndpoint(KeptReads reads, CaseFamilies families) {
        this.reads = reads;
        this.families = families;
    }

    /** The latest first. */
    public record Told(List<Read> reads) {}

    @GetMapping("/api/cases/{caseId}/reads")
    Told reads(@PathVariable CaseId caseId, Visit visit) {
        visit.to(caseId);
        return new Told(reads.of(families.familyOf(caseId)));
    }
}

package no.oppfolging.platform.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.oppfolging.platform.eventlog.CaseHistory;
import no.oppfolging.platform.eventlog.CaseHistory.Entry;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this service's log tells of a case, as it was known at any instant. */
@RestController
public final class HistoryEndpoint {
    public static final String PATH = "GET /api/cases/{caseId}/history";

    private final CaseHistory history;
    private final CaseFamilies families;
    private final Clock clock;

    HistoryEndpoint(CaseHistory history, CaseFamilies families, Clock clock) {
        this.history = history;
        this.families = families;
        this.clock = clock;
    }

    /** What happened, in the order of this service's log. */
    public record Told(List<Entry> told) {}

    @GetMapping("/api/cases/{caseId}/history")
    Told history(@PathVariable CaseId caseId, @RequestParam @Nullable Instant knownAt, Visit visit) {
        var sight = visit.to(caseId);
        var until = knownAt == null ? clock.instant() : knownAt;
        return new Told(history.of(families.familyOf(caseId), until, sight::sees));
    }
}

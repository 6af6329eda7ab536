package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import no.oppfolging.cases.read.history.CaseReaders;
import no.oppfolging.cases.read.history.CaseStory;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case's history over HTTP, as it was known at any instant, and its readers; from the logs, never from views. */
@RestController
public final class HistoryEndpoint {
    private final CaseOverviews cases;
    private final CaseStory story;
    private final CaseReaders readers;
    private final CaseAtHand atHand;
    private final Clock clock;

    public HistoryEndpoint(CaseOverviews cases, CaseStory story, CaseReaders readers, CaseAtHand atHand, Clock clock) {
        this.cases = cases;
        this.story = story;
        this.readers = readers;
        this.atHand = atHand;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{caseId}/history")
    CaseStory.Known history(@PathVariable UUID caseId, @RequestParam @Nullable Instant knownAt, Visit visit) {
        var sight = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
        var until = knownAt == null ? clock.instant() : knownAt;
        var sealedBefore = atHand.horizon(overview, sight.actor().role()).ofAll();
        return story.of(overview.caseId(), overview.employmentId(), until, sight, sealedBefore);
    }

    @GetMapping("/api/cases/{caseId}/reads")
    CaseReaders.Known reads(@PathVariable UUID caseId, Visit visit) {
        var _ = visit.to(new CaseId(caseId));
        return readers.of(
                cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new).caseId());
    }
}

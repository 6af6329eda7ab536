package no.oppfolging.cases.read.decisions;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.cases.read.Horizon;
import no.oppfolging.cases.read.decisions.Decided.Told;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.security.Sight;

/** Tells from the log what was decided about the duties of a case, as it was known at any instant; it keeps no rows. */
public final class Decisions {
    private final EventLog log;

    public Decisions(EventLog log) {
        this.log = log;
    }

    /**
     * In the order it was decided; what was decided in a case goes with it when cases merge and split.
     *
     * @param horizon how far back the reader sees what the two say of it in words of their own
     */
    public List<Decision> of(EmploymentId employment, CaseId caseId, Instant knownAt, Sight sight, Horizon horizon) {
        return told(employment, caseId, knownAt)
                .map(one -> one.seenBy(sight, horizon))
                .toList();
    }

    /** Whether the two had said anything of a decision before an instant, in words of their own. */
    public boolean haveSaidBefore(EmploymentId employment, CaseId caseId, Instant instant) {
        return told(employment, caseId, Instant.MAX)
                .anyMatch(one -> one.decision().what().isSaid() && one.at().isBefore(instant));
    }

    private Stream<Told> told(EmploymentId employment, CaseId caseId, Instant knownAt) {
        var decided = new Decided();
        for (var recorded : log.ofStream(employment.value())) {
            if (!recorded.recordedAt().isAfter(knownAt)) {
                decided.add(recorded);
            }
        }
        return decided.inCase(caseId);
    }
}

package no.oppfolging.cases.read.derivation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.oppfolging.cases.domain.Absence;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.EmploymentId;

/** Answers which absences HR's system has told of, as it now describes them; folded from the log. */
public final class ReportedAbsences {
    private final KnownFollowUps followUps;

    public ReportedAbsences(EventLog log, RuleSets law) {
        this.followUps = new KnownFollowUps(log, law);
    }

    /** Those with a day in a stretch, the first first. */
    public List<Absence> of(EmploymentId employment, LocalDate from, Optional<LocalDate> until) {
        return followUps.of(employment) instanceof Employed employed ? within(employed, from, until) : List.of();
    }

    private static List<Absence> within(Employed employed, LocalDate from, Optional<LocalDate> until) {
        return employed.absences().inForce().stream()
                .filter(absence -> absence.to() == null
                        || !Objects.requireNonNull(absence.to()).isBefore(from))
                .filter(absence -> until.isEmpty() || !absence.from().isAfter(until.get()))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }
}

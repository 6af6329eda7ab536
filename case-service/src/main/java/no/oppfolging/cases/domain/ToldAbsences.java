package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.platform.kernel.EmploymentId;
import org.jspecify.annotations.Nullable;

/**
 * The absences of an employment as HR's system has told of them (meldte fravær): of each, what its highest revision
 * says.
 */
public record ToldAbsences(Map<UUID, ReportedAbsence> told) {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    public ToldAbsences {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    }

    /** An absence as last told, or the fact that it was withdrawn. */
    public record ReportedAbsence(long revision, @Nullable Absence absence) {}

    static ToldAbsences none() {
        return new ToldAbsences(Map.of());
    }

    /** Those that are not withdrawn. */
    public List<Absence> inForce() {
        return told.values().stream()
                .map(ReportedAbsence::absence)
                .filter(Objects::nonNull)
                .toList();
    }

    List<EmploymentFollowUpEvent> registered(EmploymentId employment, RegisterAbsence register) {
        var absence = described(register);
        var known = told.get(register.absenceId());
        if (known == null) {
            return List.of(registeredAs(employment, absence, register.revision()));
        }
        if (register.revision() < known.revision()) {
            return List.of();
        }
        if (register.revision() == known.revision()) {
            FollowUpRefused.unless(
                    known.absence() != null && absence.saysTheSameAs(known.absence()),
                    "absence-revision-reused",
                    "absence",
                    register.absenceId());
            return List.of();
        }
        return known.absence() == null
                ? List.of(registeredAs(employment, absence, register.revision()))
                : List.of(correctedTo(employment, absence, register.revision()));
    }

    private static Absence described(RegisterAbsence register) {
        var id = register.absenceId();
        var from = register.from();
        var to = register.to();
        var grade = register.grade() == null ? 100 : register.grade();
        FollowUpRefused.unless(to == null || !to.isBefore(from), "absence-ends-before-it-begins", "absence", id);
        FollowUpRefused.unless(to != null || register.kind().mayBeOpen(), "absence-needs-an-end", "absence", id);
        mustBeInTheCalendar(from, "from", id);
        mustBeInTheCalendar(to == null ? from : to, "to", id);
        FollowUpRefused.unless(grade >= 1 && grade <= 100, "absence-grade-out-of-range", "absence", id);
        return new Absence(
                id, from, to, register.kind(), register.kind().isSickness() ? grade : 0, register.reportedAt());
    }

    private static void mustBeInTheCalendar(LocalDate day, String field, UUID absence) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new FollowUpRefused(
                    "absence-outside-the-calendar", Map.of("absence", absence.toString(), "field", field));
        }
    }

    private static AbsenceRegistered registeredAs(EmploymentId employment, Absence absence, long newRevision) {
        return new AbsenceRegistered(
                employment,
                absence.id(),
                newRevision,
                absence.kind(),
                absence.from(),
                absence.to(),
                absence.grade(),
                absence.reportedAt());
    }

    private static AbsenceCorrected correctedTo(EmploymentId employment, Absence absence, long newRevision) {
        return new AbsenceCorrected(
                employment,
                absence.id(),
                newRevision,
                absence.kind(),
                absence.from(),
                absence.to(),
                absence.grade(),
                absence.reportedAt());
    }

    List<EmploymentFollowUpEvent> withdrawn(EmploymentId employment, WithdrawAbsence withdraw) {
        var known = told.get(withdraw.absenceId());
        if (known == null) {
            throw new FollowUpRefused(
                    "absence-not-known-yet",
                    Map.of("absence", withdraw.absenceId().toString()));
        }
        if (withdraw.revision() < known.revision()) {
            return List.of();
        }
        if (withdraw.revision() == known.revision()) {
            FollowUpRefused.unless(known.absence() == null, "absence-revision-reused", "absence", withdraw.absenceId());
            return List.of();
        }
        return List.of(new AbsenceWithdrawn(employment, withdraw.absenceId(), withdraw.revision()));
    }

    ToldAbsences evolve(AbsenceEvent event) {
        var all = new LinkedHashMap<>(told);
        all.put(event.absenceId(), new ReportedAbsence(event.revision(), absence(event)));
        return new ToldAbsences(all);
    }

    private static @Nullable Absence absence(AbsenceEvent event) {
        return switch (event) {
            case AbsenceRegistered e ->
                new Absence(e.absenceId(), e.from(), e.to(), e.kind(), e.grade(), e.reportedAt());
            case AbsenceCorrected e ->
                new Absence(e.absenceId(), e.from(), e.to(), e.kind(), e.grade(), e.reportedAt());
            case AbsenceWithdrawn _ -> null;
        };
    }
}

package no.oppfolging.plans.read.caseplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.PlanDocument;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;

/**
 * A plan as it stands.
 *
 * @param caseId the case it was presented in, which answers for it also after that became part of another
 * @param streamVersion of that case's stream; what a change of the plan must have seen
 * @param done the measures that have been done, and when
 * @param versions the first one first, and never none
 */
public record PlanRow(
        CaseId caseId,
        EmploymentId employmentId,
        PersonId employee,
        PlanId planId,
        long streamVersion,
        Map<MeasureId, LocalDate> done,
        List<Version> versions) {
    public PlanRow {
        done = Map.copyOf(done);
        versions = List.copyOf(versions);
    }

    /** The version that lies before the two. */
    public Version latest() {
        return versions.getLast();
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The version both have signed last: it holds until they have signed a later one. */
    public Optional<Version> inForce() {
        return versions.reversed().stream().filter(Version::isAgreed).findFirst();
    }

    /** Whether a measure stands in any version. */
    boolean hasPlanned(MeasureId measure) {
        return versions.stream()
                .flatMap(version -> version.content().plannedMeasures().stream())
                .anyMatch(planned -> planned.id().equals(measure));
    }

    /** How it stands with a measure and all else that should have been done on the same day. */
    MeasureStanding standingOf(MeasureId measure, LocalDate today) {
        var planned =
                inForce().map(version -> version.content().plannedMeasures()).orElse(List.of());
        return planned.stream()
                .filter(one -> one.id().equals(measure) && one.isOverdueOn(today))
                .findFirst()
                .map(one -> planned.stream()
                                .filter(other -> other.dueOn().equals(one.dueOn()))
                                .allMatch(other -> done.containsKey(other.id()))
                        ? MeasureStanding.DONE
                        : MeasureStanding.OVERDUE)
                .orElse(MeasureStanding.CHANGED);
    }

    /** Whether a notice that a measure is overdue is still true. */
    public enum MeasureStanding {
        OVERDUE,
        DONE,
        /** The two have agreed on something else. */
        CHANGED,
        /** The case is over, or part of another. */
        CASE_OVER
    }

    public Standing standing() {
        return latest().standing();
    }

    /** How far a version has come. */
    public enum Standing {
        WAITS_FOR_BOTH,
        WAITS_FOR_EMPLOYEE,
        WAITS_FOR_MANAGER,
        AGREED;

        static Standing of(boolean agreed, Set<Party> waitsFor) {
            if (agreed) {
                return AGREED;
            }
            if (waitsFor.size() == Party.values().length) {
                return WAITS_FOR_BOTH;
            }
            return waitsFor.contains(Party.EMPLOYEE) ? WAITS_FOR_EMPLOYEE : WAITS_FOR_MANAGER;
        }

        public boolean waitsFor(Party party) {
            return switch (this) {
                case WAITS_FOR_BOTH -> true;
                case WAITS_FOR_EMPLOYEE -> party == Party.EMPLOYEE;
                case WAITS_FOR_MANAGER -> party == Party.MANAGER;
                case AGREED -> false;
            };
        }
    }

    /**
     * One version, with the signatures under it.
     *
     * @param presentedBy the person's pseudonym
     */
    public record Version(
            int number,
            PlanContent content,
            PersonalText salt,
            PlanDigest digest,
            Instant presentedAt,
            String presentedBy,
            Optional<LocalDate> agreedOn,
            Optional<DoctorCopy> doctorCopy,
            List<Signature> signatures,
            List<Refused> refusals) {
        public Version {
            signatures = List.copyOf(signatures);
            refusals = List.copyOf(refusals);
        }

        public boolean isAgreed() {
            return agreedOn.isPresent();
        }

        /** Who has not signed it. */
        public Set<Party> waitsFor() {
            var missing = EnumSet.allOf(Party.class);
            signatures.stream().filter(Signature::holds).map(Signature::party).forEach(missing::remove);
            return missing;
        }

        public Standing standing() {
            return Standing.of(isAgreed(), waitsFor());
        }

        /** The text the digest was made of; empty once it, or its salt, has been erased. */
        public Optional<PlanDocument> document(CaseId caseId, PlanId planId) {
            return content.isErased() || salt.isErased()
                    ? Optional.empty()
                    : Optional.of(new PlanDocument(caseId, planId, number, content, salt));
        }
    }

    /**
     * One signature.
     *
     * @param role in which it was given: a substitute signs in the manager's place
     * @param voided the plan was changed before the other had signed
     */
    public record Signature(
            Party party, PersonId person, Role role, SignInMethod signInMethod, Instant signedAt, boolean voided) {
        public boolean holds() {
            return !voided;
        }
    }

    /** When and how a version was given to whoever certifies. */
    public record DoctorCopy(LocalDate givenOn, WayToDoctor way) {}

    /** That the employee would not sign a version, and why. */
    public record Refused(PersonId person, PersonalText reason, Instant refusedAt) {}
}

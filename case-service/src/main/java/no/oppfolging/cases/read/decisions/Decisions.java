package no.oppfolging.cases.read.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.Horizon;
import no.oppfolging.cases.read.decisions.Decision.What;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.Sight;
import org.jspecify.annotations.Nullable;

/** Tells from the log what was decided about the duties of a case, as it was known at any instant; it keeps no rows. */
public final class Decisions {
    private final EventLog log;

    public Decisions(EventLog log) {
        this.log = log;
    }

    /** A decision, and when it was told: by that a hand-over seals the words, and never the decision. */
    private record Told(Instant at, Decision decision) {
        Decision seenBy(Sight sight, Horizon horizon) {
            var sealed = switch (decision.what()) {
                case DISPUTED -> horizon.hidesTheEmployeesWordsOf(at);
                case ANSWERED -> horizon.hidesTheLeadersWordsOf(at);
                case EXEMPTED, REVIEWED, REVOKED, EXPLAINED -> false;
            };
            return decision.seenBy(sight, sealed);
        }
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
        var decided = new HashMap<CaseId, List<Told>>();
        for (var recorded : log.ofStream(employment.value())) {
            if (!recorded.recordedAt().isAfter(knownAt)) {
                fold(recorded, decided);
            }
        }
        return decided.getOrDefault(caseId, List.of()).stream();
    }

    private static void fold(RecordedEvent recorded, Map<CaseId, List<Told>> decided) {
        switch (recorded.event()) {
            case CasesMerged merged -> of(merged.survivor(), decided).addAll(of(merged.absorbed(), decided));
            case CaseSplit split -> {
                var later = of(split.kept(), decided).stream()
                        .filter(one -> !one.decision().on().isBefore(split.start()))
                        .toList();
                of(split.kept(), decided).removeAll(later);
                of(split.created(), decided).addAll(later);
            }
            default ->
                recorded.caseId()
                        .ifPresent(caseId -> decision(recorded)
                                .map(decision -> new Told(recorded.recordedAt(), decision))
                                .ifPresent(of(caseId, decided)::add));
        }
    }

    private static List<Told> of(CaseId caseId, Map<CaseId, List<Told>> decided) {
        return decided.computeIfAbsent(caseId, _ -> new ArrayList<>());
    }

    private static Optional<Decision> decision(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case DutyExempted it ->
                decision(recorded, What.EXEMPTED, it.stage(), it.decidedOn(), it.reason(), it.reviewOn(), null, null);
            case ExemptionReviewed it ->
                decision(recorded, What.REVIEWED, it.stage(), it.reviewedOn(), it.reason(), it.reviewOn(), null, null);
            case ExemptionRevoked it ->
                decision(recorded, What.REVOKED, it.stage(), it.revokedOn(), null, null, null, null);
            case ExemptionDisputed it ->
                decision(recorded, What.DISPUTED, it.stage(), it.disputedOn(), null, null, it.words(), null);
            case DisputeAnswered it ->
                decision(recorded, What.ANSWERED, it.stage(), it.answeredOn(), null, null, it.words(), null);
            case LatenessExplained it ->
                decision(recorded, What.EXPLAINED, it.stage(), it.explainedOn(), null, null, null, it.because());
            default -> Optional.empty();
        };
    }

    private static Optional<Decision> decision(
            RecordedEvent recorded,
            What what,
            Stage stage,
            LocalDate on,
            @Nullable PersonalText reason,
            @Nullable LocalDate reviewOn,
            @Nullable PersonalText words,
            @Nullable LatenessReason explainedAs) {
        var actor = recorded.metadata().actor();
        return Optional.of(new Decision(
                stage,
                what,
                on,
                actor instanceof Actor.Person person ? person.id().toString() : "",
                actor.role().name(),
                Optional.ofNullable(reason).map(PersonalText::text),
                Optional.ofNullable(reviewOn),
                Optional.ofNullable(words).map(PersonalText::text),
                Optional.ofNullable(explainedAs)));
    }
}

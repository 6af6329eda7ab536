package no.oppfolging.cases.read.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
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
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.Sight;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided in each case, and in each part of one as that part remembers it, should it become a case of its
 * own again: there it has been looked at again, revoked and answered too. Beside each stands the day by which it goes
 * with one part or the other.
 */
final class Decided {
    /** A decision, and when it was told: by that a hand-over seals the words, and never the decision. */
    record Told(Instant at, Decision decision) {
        Decision seenBy(Sight sight, Horizon horizon) {
            var sealed = switch (decision.what()) {
                case DISPUTED -> horizon.hidesTheEmployeesWordsOf(at);
                case ANSWERED -> horizon.hidesTheLeadersWordsOf(at);
                case EXEMPTED, REVIEWED, REVOKED, EXPLAINED -> false;
            };
            return decision.seenBy(sight, sealed);
        }
    }

    private final Map<CaseId, Map<Told, LocalDate>> byCase = new HashMap<>();
    private final Map<CaseId, CaseId> partOf = new HashMap<>();

    void add(RecordedEvent recorded) {
        switch (recorded.event()) {
            case CasesMerged merged -> {
                addAll(merged.survivor(), in(merged.absorbed()));
                partOf.put(merged.absorbed(), merged.survivor());
            }
            case CaseSplit split -> {
                var later = inThePartSince(split);
                in(split.kept()).keySet().removeAll(later.keySet());
                addAll(split.created(), later);
                partOf.remove(split.created());
            }
            case CaseReopened reopened -> partOf.remove(reopened.caseId());
            default ->
                recorded.caseId()
                        .ifPresent(caseId -> decision(recorded)
                                .ifPresent(decision -> add(new Told(recorded.recordedAt(), decision), caseId)));
        }
    }

    /** In the order it was told. */
    Stream<Told> inCase(CaseId caseId) {
        return in(caseId).keySet().stream().sorted(Comparator.comparing(Told::at));
    }

    private void add(Told told, CaseId caseId) {
        in(caseId).put(told, belongsTo(told.decision(), caseId));
        if (told.decision().what().isAboutAnother()) {
            partOf.entrySet().stream()
                    .filter(part -> part.getValue().equals(caseId))
                    .filter(part ->
                            standing(part.getKey(), told.decision().stage()).isPresent())
                    .forEach(part -> add(told, part.getKey()));
        }
    }

    private void addAll(CaseId caseId, Map<Told, LocalDate> more) {
        more.forEach(in(caseId)::putIfAbsent);
    }

    /** Why a day was missed is said of a deadline, and goes only where it came from. */
    private Map<Told, LocalDate> inThePartSince(CaseSplit split) {
        var before = in(split.created());
        var later = new LinkedHashMap<>(in(split.kept()));
        later.entrySet()
                .removeIf(one -> one.getKey().decision().what() == What.EXPLAINED
                        ? !before.containsKey(one.getKey())
                        : one.getValue().isBefore(split.start()));
        return later;
    }

    /** What is said of a decision goes where that goes. */
    private LocalDate belongsTo(Decision decision, CaseId caseId) {
        return switch (decision.what()) {
            case EXEMPTED, EXPLAINED -> decision.on();
            case REVIEWED, REVOKED, DISPUTED, ANSWERED ->
                standing(caseId, decision.stage()).orElse(decision.on());
        };
    }

    /** When it was first decided that a duty is unnecessary, of the decisions that stand. */
    private Optional<LocalDate> standing(CaseId caseId, Stage stage) {
        var days = new TreeSet<LocalDate>();
        in(caseId).entrySet().stream()
                .filter(one -> one.getKey().decision().stage() == stage)
                .sorted(Comparator.comparing(one -> one.getKey().at()))
                .forEach(one -> {
                    switch (one.getKey().decision().what()) {
                        case EXEMPTED -> days.add(one.getValue());
                        case REVOKED -> days.removeIf(day -> !day.isBefore(one.getValue()));
                        case REVIEWED, DISPUTED, ANSWERED, EXPLAINED -> {}
                    }
                });
        return days.stream().findFirst();
    }

    private Map<Told, LocalDate> in(CaseId caseId) {
        return byCase.computeIfAbsent(caseId, _ -> new LinkedHashMap<>());
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

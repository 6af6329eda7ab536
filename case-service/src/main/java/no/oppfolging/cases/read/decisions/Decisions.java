package no.oppfolging.cases.read.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A decision, and when it was told: by that a hand-over seals the words, and never the decision.
     *
     * @param belongsTo the day by which it belongs to a case, should that turn out to be two
     */
    private record Told(Instant at, Decision decision, LocalDate belongsTo) {
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
        var decided = new Decided();
        for (var recorded : log.ofStream(employment.value())) {
            if (!recorded.recordedAt().isAfter(knownAt)) {
                decided.add(recorded);
            }
        }
        return decided.in(caseId).stream().sorted(Comparator.comparing(Told::at));
    }

    /**
     * What has been decided in each case, and in each part of one as that part remembers it, should it become a case of
     * its own again: there it has been looked at again, revoked and answered too.
     */
    private static final class Decided {
        private final Map<CaseId, Set<Told>> byCase = new HashMap<>();
        private final Map<CaseId, CaseId> partOf = new HashMap<>();

        void add(RecordedEvent recorded) {
            switch (recorded.event()) {
                case CasesMerged merged -> {
                    in(merged.survivor()).addAll(in(merged.absorbed()));
                    partOf.put(merged.absorbed(), merged.survivor());
                }
                case CaseSplit split -> {
                    var later = in(split.kept()).stream()
                            .filter(one -> !one.belongsTo().isBefore(split.start()))
                            .toList();
                    later.forEach(in(split.kept())::remove);
                    in(split.created()).addAll(later);
                    partOf.remove(split.created());
                }
                case CaseReopened reopened -> partOf.remove(reopened.caseId());
                default ->
                    recorded.caseId()
                            .ifPresent(caseId ->
                                    decision(recorded).ifPresent(decision -> add(recorded, decision, caseId)));
            }
        }

        private void add(RecordedEvent recorded, Decision decision, CaseId caseId) {
            in(caseId).add(new Told(recorded.recordedAt(), decision, belongsTo(recorded, decision, caseId)));
            if (decision.what().isAboutAnother()) {
                partOf.entrySet().stream()
                        .filter(part -> part.getValue().equals(caseId))
                        .forEach(part -> add(recorded, decision, part.getKey()));
            }
        }

        /** What is said of a decision goes where that goes; why a day was missed, where the day was. */
        private LocalDate belongsTo(RecordedEvent recorded, Decision decision, CaseId caseId) {
            return switch (decision.what()) {
                case EXEMPTED -> decision.on();
                case REVIEWED, REVOKED, DISPUTED, ANSWERED ->
                    standing(caseId, decision.stage()).orElse(decision.on());
                case EXPLAINED -> recorded.event() instanceof LatenessExplained it ? it.due() : decision.on();
            };
        }

        /** When it was decided that a duty is unnecessary, if that stands. */
        private Optional<LocalDate> standing(CaseId caseId, Stage stage) {
            var days = new ArrayList<LocalDate>();
            for (var told : in(caseId)) {
                if (told.decision().stage() == stage && told.decision().what() == What.EXEMPTED) {
                    days.add(told.decision().on());
                } else if (told.decision().stage() == stage && told.decision().what() == What.REVOKED) {
                    days.clear();
                }
            }
            return days.stream().findFirst();
        }

        Set<Told> in(CaseId caseId) {
            return byCase.computeIfAbsent(caseId, _ -> new LinkedHashSet<>());
        }
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

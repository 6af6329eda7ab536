package no.oppfolging.cases.read.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** In the order it was decided; what was decided in a case goes with it when cases merge and split. */
    public List<Decision> of(EmploymentId employment, CaseId caseId, Instant knownAt, Sight sight) {
        var decided = new HashMap<CaseId, List<Decision>>();
        for (var recorded : log.ofStream(employment.value())) {
            if (!recorded.recordedAt().isAfter(knownAt)) {
                fold(recorded, decided);
            }
        }
        return decided.getOrDefault(caseId, List.of()).stream()
                .map(one -> one.seenBy(sight))
                .toList();
    }

    private static void fold(RecordedEvent recorded, Map<CaseId, List<Decision>> decided) {
        switch (recorded.event()) {
            case CasesMerged merged -> of(merged.survivor(), decided).addAll(of(merged.absorbed(), decided));
            case CaseSplit split -> {
                var later = of(split.kept(), decided).stream()
                        .filter(one -> !one.on().isBefore(split.start()))
                        .toList();
                of(split.kept(), decided).removeAll(later);
                of(split.created(), decided).addAll(later);
            }
            default -> recorded.caseId().ifPresent(caseId -> decision(recorded).ifPresent(of(caseId, decided)::add));
        }
    }

    private static List<Decision> of(CaseId caseId, Map<CaseId, List<Decision>> decided) {
        return decided.computeIfAbsent(caseId, _ -> new ArrayList<>());
    }

    private static Optional<Decision> decision(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case DutyExempted it ->
                told(recorded, What.EXEMPTED, it.stage(), it.decidedOn(), it.reason(), it.reviewOn(), null, null);
            case ExemptionReviewed it ->
                told(recorded, What.REVIEWED, it.stage(), it.reviewedOn(), it.reason(), it.reviewOn(), null, null);
            case ExemptionRevoked it ->
                told(recorded, What.REVOKED, it.stage(), it.revokedOn(), null, null, null, null);
            case ExemptionDisputed it ->
                told(recorded, What.DISPUTED, it.stage(), it.disputedOn(), null, null, it.words(), null);
            case DisputeAnswered it ->
                told(recorded, What.ANSWERED, it.stage(), it.answeredOn(), null, null, it.words(), null);
            case LatenessExplained it ->
                told(recorded, What.EXPLAINED, it.stage(), it.explainedOn(), null, null, null, it.because());
            default -> Optional.empty();
        };
    }

    private static Optional<Decision> told(
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

package no.oppfolging.plans.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;

/** What plan-service tells the others: how far a plan has come, never what it says; {@code contracts/plan/}. */
public final class PlanNews implements Outbox {
    private record Presented(UUID caseId, UUID planId, int version, String digest) {}

    private record Signed(UUID caseId, UUID planId, int version, String digest, String by, Instant signedAt) {}

    private record Voided(UUID caseId, UUID planId, int version) {}

    private record Agreed(UUID caseId, UUID planId, int version, String digest, LocalDate agreedOn) {}

    private record Overdue(UUID caseId, UUID planId, int version, UUID measureId, LocalDate dueOn) {}

    private record Given(UUID caseId, UUID planId, int version, LocalDate givenOn) {}

    private record Struck(UUID caseId, UUID planId, int version) {}

    @Override
    public Optional<News> tell(RecordedEvent recorded) {
        return recorded.event() instanceof PlanEvent event ? news(event) : Optional.empty();
    }

    private static Optional<News> news(PlanEvent event) {
        var caseId = event.caseId().value();
        var planId = event.planId().value();
        var version = event.version();
        return switch (event) {
            case PlanPresented presented ->
                told(
                        event,
                        "PlanPresented",
                        new Presented(
                                caseId, planId, version, presented.digest().sha256()));
            case PlanSigned signed ->
                told(
                        event,
                        "PlanSigned",
                        new Signed(
                                caseId,
                                planId,
                                version,
                                signed.digest().sha256(),
                                signed.by().name(),
                                signed.signedAt()));
            case SignaturesVoided _ -> told(event, "PlanSignaturesVoided", new Voided(caseId, planId, version));
            case PlanAgreed agreed ->
                told(
                        event,
                        "PlanAgreed",
                        new Agreed(caseId, planId, version, agreed.digest().sha256(), agreed.agreedOn()));
            case MeasureFoundOverdue overdue ->
                told(
                        event,
                        "MeasureOverdue",
                        new Overdue(caseId, planId, version, overdue.measureId().value(), overdue.dueOn()));
            // How it came to the doctor is the two's own.
            case PlanGivenToDoctor given ->
                told(event, "PlanGivenToDoctor", new Given(caseId, planId, version, given.givenOn()));
            case PlanGivenToDoctorStruck _ ->
                told(event, "PlanGivenToDoctorStruck", new Struck(caseId, planId, version));
            // Between the two: neither a deadline nor a notice follows from it.
            case SigningRefused _, MeasureDone _ -> Optional.empty();
        };
    }

    private static Optional<News> told(PlanEvent event, String name, Record data) {
        return Optional.of(new News(
                MessageType.of("no.oppfolging.plan." + name + ".v1"),
                event.caseId().value(),
                data));
    }
}

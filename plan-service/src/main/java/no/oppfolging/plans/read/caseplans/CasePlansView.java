package no.oppfolging.plans.read.caseplans;

import java.util.List;
import java.util.Optional;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.FoldedRows.Row;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of {@link PlansOfCases}: which cases are followed, and each plan version by version. */
public final class CasePlansView implements Projection {
    public static final String NAME = "case_plans";

    private final ViewTables tables;
    private final PersonalTexts texts;

    public CasePlansView(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    /** The rows of the cases that a batch is about. */
    private record Rows(
            FoldedRows cases,
            FoldedRows versions,
            FoldedRows measures,
            FoldedRows completions,
            FoldedRows signatures,
            FoldedRows refusals,
            FoldedRows doctorCopies) {
        void write() {
            List.of(cases, versions, measures, completions, signatures, refusals, doctorCopies)
                    .forEach(FoldedRows::write);
        }
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var about = RecordedEvent.idsIn(
                batch, CasePlanEvent.class, event -> event.caseId().value());
        var rows = new Rows(
                tables.rows("cases", about, "case_id"),
                tables.rows("versions", about, "case_id", "plan_id", "number"),
                tables.rows("measures", about, "case_id", "plan_id", "number", "measure_id"),
                tables.rows("completions", about, "case_id", "plan_id", "measure_id"),
                tables.rows("signatures", about, "case_id", "plan_id", "number", "party"),
                tables.rows("refusals", about, "case_id", "position"),
                tables.rows("doctor_copies", about, "case_id", "plan_id", "number"));
        for (var recorded : batch) {
            if (recorded.event() instanceof CasePlanEvent event) {
                fold(event, recorded, rows);
            }
        }
        rows.write();
    }

    private void fold(CasePlanEvent event, RecordedEvent recorded, Rows rows) {
        if (event instanceof CaseFollowed followed) {
            follow(followed, recorded, rows.cases());
        }
        rows.cases().find(event.caseId().value()).ifPresent(it -> fold(event, it.set("version", recorded.version())));
        if (event instanceof PlanEvent plan) {
            fold(plan, recorded, rows);
        }
    }

    private static void follow(CaseFollowed followed, RecordedEvent recorded, FoldedRows cases) {
        var caseId = followed.caseId().value();
        if (cases.find(caseId).isEmpty()) {
            cases.at(caseId)
                    .set("employment_id", followed.employmentId().value())
                    .set("organisation", recorded.organisation().value())
                    .set("employee", followed.employee().value())
                    .set("ended", false);
        }
    }

    private static void fold(CasePlanEvent event, Row row) {
        switch (event) {
            case CaseFollowed _, CaseAbsorbed _, CaseReleased _, PlanEvent _ -> {}
            case CaseJoined joined -> row.set("part_of", joined.survivor());
            case CaseResumed _ -> row.set("part_of", null).set("ended", false);
            case CaseEnded _ -> row.set("ended", true);
            case PlanDutyNoted noted ->
                row.set("due_on", noted.duty().dueOn())
                        .set("standing", noted.duty().standing().name());
        }
    }

    private void fold(PlanEvent event, RecordedEvent recorded, Rows rows) {
        var caseId = event.caseId().value();
        var plan = event.planId().value();
        switch (event) {
            case PlanPresented presented -> {
                present(presented, recorded, rows.versions().at(caseId, plan, event.version()));
                presented
                        .content()
                        .plannedMeasures()
                        .forEach(measure -> rows.measures()
                                .at(caseId, plan, event.version(), measure.id().value())
                                .set("responsible", measure.responsible().name())
                                .set("due_on", measure.dueOn()));
            }
            case MeasureDone done ->
                rows.completions().at(caseId, plan, done.measureId().value()).set("done_on", done.doneOn());
            // The measure's day stands with the version; that it was told of is the sweep's business.
            case MeasureFoundOverdue _ -> {}
            case PlanSigned signed ->
                sign(
                        signed,
                        recorded,
                        rows.signatures()
                                .at(caseId, plan, event.version(), signed.by().name()));
            case SigningRefused refused ->
                refuse(refused, recorded, rows.refusals().at(caseId, recorded.position()));
            case SignaturesVoided _ ->
                rows.signatures().of(caseId).stream()
                        .filter(row -> isOf(row, event))
                        .forEach(row -> row.set("voided", true));
            case PlanAgreed agreed ->
                rows.versions()
                        .find(caseId, plan, event.version())
                        .ifPresent(row -> row.set("agreed_on", agreed.agreedOn()));
            case PlanGivenToDoctor given ->
                rows.doctorCopies()
                        .at(caseId, plan, event.version())
                        .set("given_on", given.givenOn())
                        .set("way", given.way().name());
            case PlanGivenToDoctorStruck _ -> rows.doctorCopies().remove(caseId, plan, event.version());
        }
    }

    private static boolean isOf(Row row, PlanEvent event) {
        return event.planId().toString().equals(row.get("plan_id"))
                && String.valueOf(event.version()).equals(String.valueOf(row.get("number")));
    }

    private void present(PlanPresented presented, RecordedEvent recorded, Row row) {
        var content = presented.content();
        row.set("sections", sealed(presented, content))
                .set("evaluation_date", content.evaluationDate())
                .set("employee_contributed", content.employeeContributed())
                .set("salt", sealed(presented, PlansOfCases.SALT, presented.salt(), Purpose.EVIDENCE))
                .set("digest", presented.digest().sha256())
                .set("presented_at", recorded.recordedAt())
                .set("presented_by", whoever(recorded));
    }

    private static void sign(PlanSigned signed, RecordedEvent recorded, Row row) {
        var method = signed.signInMethod();
        row.set("person_id", signed.person().value())
                .set("role", recorded.metadata().actor().role().name())
                .set("issuer", method.issuer())
                .set("acr", method.acr())
                .set("amr", method.amr().toArray(String[]::new))
                .set("signed_at", signed.signedAt())
                .set("voided", false);
    }

    private void refuse(SigningRefused refused, RecordedEvent recorded, Row row) {
        var field = PlansOfCases.REASON + " " + recorded.position();
        row.set("plan_id", refused.planId().value())
                .set("number", refused.version())
                .set("person_id", refused.person().value())
                .set("reason", sealed(refused, field, refused.reason(), Purpose.FREE_TEXT))
                .set("refused_at", recorded.recordedAt());
    }

    private @Nullable String sealed(PlanPresented presented, PlanContent content) {
        if (content.isErased()) {
            return null;
        }
        var sections = SectionsJson.write(content.goals().subject(), content);
        return sealed(presented, PlansOfCases.SECTIONS, sections, Purpose.FREE_TEXT);
    }

    private @Nullable String sealed(PlanEvent event, String field, PersonalText text, Purpose purpose) {
        return text.isErased()
                ? null
                : texts.seal(text, Optional.of(event.caseId()), purpose, PlansOfCases.context(event, field));
    }

    private static String whoever(RecordedEvent recorded) {
        return switch (recorded.metadata().actor()) {
            case Actor.Person person -> person.id().toString();
            case Actor.Automatic automatic -> automatic.name();
        };
    }
}

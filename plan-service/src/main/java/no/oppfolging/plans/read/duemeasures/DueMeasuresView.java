package no.oppfolging.plans.read.duemeasures;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.FoldedRows.Row;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;

/** Keeps the rows of {@link DueMeasures}: every version's measures, whose day each is, and whether it is waited for. */
public final class DueMeasuresView implements Projection {
    public static final String NAME = "due_measures";

    private final ViewTables tables;

    public DueMeasuresView(ViewTables tables) {
        this.tables = tables;
    }

    /** The rows of the cases that a batch is about. */
    private record Rows(FoldedRows cases, FoldedRows measures) {
        Stream<Row> of(PlanEvent event) {
            return measures.of(event.caseId().value()).stream()
                    .filter(row -> isSo(row, "plan_id", event.planId().value()));
        }

        Stream<Row> of(PlanEvent event, MeasureId measure) {
            return of(event).filter(row -> isSo(row, "measure_id", measure.value()));
        }
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var about = RecordedEvent.idsIn(
                batch, CasePlanEvent.class, event -> event.caseId().value());
        var rows = new Rows(
                tables.rows("cases", about, "case_id"),
                tables.rows("measures", about, "case_id", "plan_id", "number", "measure_id"));
        for (var recorded : batch) {
            if (recorded.event() instanceof CasePlanEvent event) {
                fold(event, recorded, rows);
            }
        }
        rows.cases().write();
        rows.measures().write();
    }

    private static void fold(CasePlanEvent event, RecordedEvent recorded, Rows rows) {
        switch (event) {
            case CaseFollowed _ -> rows.cases().at(event.caseId().value()).set("watched", true);
            case CaseEnded _, CaseJoined _ -> watch(event, false, recorded, rows);
            case CaseResumed _ -> watch(event, true, recorded, rows);
            case CaseAbsorbed _, CaseReleased _, PlanDutyNoted _ -> {}
            case PlanEvent plan -> fold(plan, recorded, rows);
        }
    }

    private static void watch(CasePlanEvent event, boolean watched, RecordedEvent recorded, Rows rows) {
        var caseId = event.caseId().value();
        rows.cases().at(caseId).set("watched", watched);
        rows.measures().of(caseId).forEach(row -> row.set("watched", watched).set("since", recorded.position()));
    }

    private static void fold(PlanEvent event, RecordedEvent recorded, Rows rows) {
        switch (event) {
            case PlanPresented presented ->
                presented.content().plannedMeasures().forEach(measure -> note(presented, measure, recorded, rows));
            case PlanAgreed agreed ->
                rows.of(agreed)
                        .forEach(row -> row.set("in_force", isSo(row, "number", agreed.version()))
                                .set("since", recorded.position()));
            case MeasureDone done -> rows.of(done, done.measureId()).forEach(row -> row.set("done", true));
            case MeasureFoundOverdue overdue ->
                rows.of(overdue, overdue.measureId())
                        .filter(row -> !dueOn(row).isAfter(overdue.dueOn()))
                        .forEach(row -> row.set("told", true));
            case PlanSigned _,
                    SigningRefused _,
                    SignaturesVoided _,
                    PlanGivenToDoctor _,
                    PlanGivenToDoctorStruck _ -> {}
        }
    }

    /** What a measure was in earlier versions it stays: done, or told of until a day. */
    private static void note(PlanPresented presented, PlannedMeasure measure, RecordedEvent recorded, Rows rows) {
        var caseId = presented.caseId().value();
        var earlier = rows.of(presented, measure.id()).toList();
        var watched = rows.cases().find(caseId).filter(row -> is(row, "watched"));
        rows.measures()
                .at(
                        caseId,
                        presented.planId().value(),
                        presented.version(),
                        measure.id().value())
                .set("organisation", recorded.organisation().value())
                .set("due_on", measure.dueOn())
                .set("watched", watched.isPresent())
                .set("in_force", false)
                .set("done", earlier.stream().anyMatch(row -> is(row, "done")))
                .set(
                        "told",
                        earlier.stream()
                                .anyMatch(row ->
                                        is(row, "told") && !measure.dueOn().isAfter(dueOn(row))))
                .set("since", recorded.position());
    }

    private static boolean is(Row row, String column) {
        return Boolean.TRUE.equals(row.get(column));
    }

    private static boolean isSo(Row row, String column, Object value) {
        return String.valueOf(value).equals(String.valueOf(row.get(column)));
    }

    private static LocalDate dueOn(Row row) {
        return LocalDate.parse(String.valueOf(row.get("due_on")));
    }
}

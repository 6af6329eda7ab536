package no.oppfolging.cases.read.overview;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rows of {@link CaseOverviews}: which cases there are, and how their deadlines stand. */
public final class CaseOverviewView implements Subscriber {
    public static final String NAME = "overview_v1";

    private final JdbcClient jdbc;

    public CaseOverviewView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            if (recorded.event() instanceof CaseEvent event) {
                fold(event, recorded);
            }
            if (recorded.event() instanceof EmploymentFollowUpEvent event) {
                touch(event, recorded.version());
            } else if (recorded.event() instanceof AgreedFollowUpEvent event) {
                fold(event, recorded);
            }
        }
    }

    private void fold(CaseEvent event, RecordedEvent recorded) {
        switch (event) {
            case CaseOpened opened -> open(opened, recorded);
            case CasePeriodChanged changed -> changePeriod(changed);
            case CasesMerged merged ->
                partOf(merged.absorbed().value(), merged.survivor().value());
            case CaseSplit split -> partOf(split.created().value(), null);
            case CaseClosed closed -> close(closed.caseId(), closed.lastDay());
            case CaseReopened reopened -> close(reopened.caseId(), null);
            case LatenessExplained explained -> explain(explained);
            case DialogueMeetingNoted _,
                    AgreedPlanNoted _,
                    PresentedPlanNoted _,
                    DialogueMeetingAskedFor _,
                    DutyExempted _,
                    ExemptionRevoked _,
                    ExemptionDisputed _ -> {}
            case DeadlineEvent deadline -> fold(deadline);
        }
    }

    private void fold(AgreedFollowUpEvent event, RecordedEvent recorded) {
        switch (event) {
            case FollowUpOpened opened -> open(opened, recorded);
            case FollowUpClosed closed -> close(closed.caseId(), closed.on());
            case FollowUpReopened reopened -> close(reopened.caseId(), null);
        }
    }

    /** A case like any other, but nobody is away, and the law asks for nothing. */
    private void open(FollowUpOpened opened, RecordedEvent recorded) {
        jdbc.sql("""
                insert into overview_v1.cases (case_id, employment_id, organisation, employee, started_on, version)
                values (:case, :employment, :organisation, :employee, :start, :version)
                """)
                .param("case", opened.caseId().value())
                .param("employment", opened.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("employee", opened.employee().value())
                .param("start", opened.on())
                .param("version", recorded.version())
                .update();
    }

    private void fold(DeadlineEvent event) {
        switch (event) {
            case DeadlineSet set -> place(set, set.ruleSet(), set.legalBasis(), set.receivedLate(), false);
            case DeadlineRecalculated moved ->
                place(moved, moved.ruleSet(), moved.legalBasis(), moved.receivedLate(), false);
            case DeadlineRevived revived ->
                place(revived, revived.ruleSet(), revived.legalBasis(), revived.receivedLate(), revived.resumed());
            case DeadlineMet met -> settle(met, Outcome.MET, met.factOn());
            case DeadlineFoundMet found -> settle(found, Outcome.MET, found.factOn());
            case DeadlineMissed missed -> settle(missed, Outcome.MISSED, null);
            case DeadlineExempted exempted -> exempt(exempted);
            case DeadlineLapsed lapsed -> settle(lapsed, Outcome.LAPSED, null);
            case DeadlineNotRequired notRequired -> settle(notRequired, Outcome.NOT_REQUIRED, null);
        }
    }

    private void open(CaseOpened opened, RecordedEvent recorded) {
        jdbc.sql("""
                insert into overview_v1.cases
                       (case_id, employment_id, organisation, employee, started_on, known_until, version)
                values (:case, :employment, :organisation, :employee, :start, :end, :version)
                on conflict (case_id) do update
                   set started_on = excluded.started_on, known_until = excluded.known_until,
                       closed_on = null, part_of = null
                """)
                .param("case", opened.caseId().value())
                .param("employment", opened.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("employee", opened.employee().value())
                .param("start", opened.start())
                .param("end", opened.end())
                .param("version", recorded.version())
                .update();
    }

    private void changePeriod(CasePeriodChanged changed) {
        jdbc.sql("update overview_v1.cases set started_on = :start, known_until = :end where case_id = :case")
                .param("start", changed.start())
                .param("end", changed.end())
                .param("case", changed.caseId().value())
                .update();
    }

    private void partOf(java.util.UUID caseId, java.util.@Nullable UUID survivor) {
        jdbc.sql("update overview_v1.cases set part_of = :survivor where case_id = :case")
                .param("survivor", survivor, java.sql.Types.OTHER)
                .param("case", caseId)
                .update();
    }

    private void close(CaseId caseId, @Nullable LocalDate lastDay) {
        jdbc.sql("update overview_v1.cases set closed_on = :day where case_id = :case")
                .param("day", lastDay)
                .param("case", caseId.value())
                .update();
    }

    private void touch(EmploymentFollowUpEvent event, long version) {
        jdbc.sql("update overview_v1.cases set version = :version where employment_id = :employment")
                .param("version", version)
                .param("employment", event.employmentId().value())
                .update();
    }

    private void place(DeadlineEvent event, String ruleSet, String legalBasis, boolean receivedLate, boolean resumed) {
        jdbc.sql("""
                insert into overview_v1.deadlines
                       (case_id, stage, due_on, rule_set, legal_basis, outcome, received_late, resumed)
                values (:case, :stage, :due, :ruleSet, :legalBasis, 'OPEN', :late, :resumed)
                on conflict (case_id, stage) do update
                   set due_on = excluded.due_on, rule_set = excluded.rule_set, legal_basis = excluded.legal_basis,
                       outcome = 'OPEN', received_late = excluded.received_late, resumed = excluded.resumed,
                       fact_on = null, review_on = null, explained_as = null
                """)
                .param("case", event.caseId().value())
                .param("stage", event.stage().name())
                .param("due", event.due())
                .param("ruleSet", ruleSet)
                .param("legalBasis", legalBasis)
                .param("late", receivedLate)
                .param("resumed", resumed)
                .update();
    }

    private void exempt(DeadlineExempted exempted) {
        settle(exempted, Outcome.EXEMPT, null);
        jdbc.sql("update overview_v1.deadlines set review_on = :day where case_id = :case and stage = :stage")
                .param("day", exempted.reviewOn())
                .param("case", exempted.caseId().value())
                .param("stage", exempted.stage().name())
                .update();
    }

    private void explain(LatenessExplained explained) {
        jdbc.sql("update overview_v1.deadlines set explained_as = :reason where case_id = :case and stage = :stage")
                .param("reason", explained.because().name())
                .param("case", explained.caseId().value())
                .param("stage", explained.stage().name())
                .update();
    }

    private void settle(DeadlineEvent event, Outcome outcome, @Nullable LocalDate factOn) {
        jdbc.sql("""
                update overview_v1.deadlines set outcome = :outcome, fact_on = :fact, due_on = :due
                 where case_id = :case and stage = :stage
                """)
                .param("outcome", outcome.name())
                .param("fact", factOn)
                .param("due", event.due())
                .param("case", event.caseId().value())
                .param("stage", event.stage().name())
                .update();
    }
}

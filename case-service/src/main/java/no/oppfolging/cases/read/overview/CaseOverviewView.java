package no.oppfolging.cases.read.overview;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
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
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.GivenPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.StruckGivenPlanNoted;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of {@link CaseOverviews}: which cases there are, and how their deadlines stand. A batch is folded in
 * memory onto the rows it is about and written at once, be it the three events of a command or five thousand when the
 * view is built anew.
 */
public final class CaseOverviewView implements Projection {
    public static final String NAME = "overview";

    private final OverviewRows rows;

    public CaseOverviewView(ViewTables tables) {
        this.rows = new OverviewRows(tables);
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var employments = new LinkedHashSet<UUID>();
        var agreed = new LinkedHashSet<UUID>();
        for (var recorded : batch) {
            if (recorded.event() instanceof EmploymentFollowUpEvent event) {
                employments.add(event.employmentId().value());
            } else if (recorded.event() instanceof AgreedFollowUpEvent event) {
                agreed.add(event.caseId().value());
            }
        }
        if (employments.isEmpty() && agreed.isEmpty()) {
            return;
        }
        var touched = rows.of(employments, agreed);
        for (var recorded : batch) {
            if (recorded.event() instanceof CaseEvent event) {
                fold(event, recorded, touched);
            }
            if (recorded.event() instanceof EmploymentFollowUpEvent event) {
                touched.touch(event.employmentId().value(), recorded.version());
            } else if (recorded.event() instanceof AgreedFollowUpEvent event) {
                fold(event, recorded, touched);
            }
        }
        rows.write(touched);
    }

    private static void fold(CaseEvent event, RecordedEvent recorded, OverviewRows.Touched rows) {
        switch (event) {
            case CaseOpened opened -> open(opened, recorded, rows);
            case CasePeriodChanged changed ->
                rows.change(changed.caseId(), row -> row.during(changed.start(), changed.end()));
            case CasesMerged merged -> rows.merge(merged.absorbed(), merged.survivor());
            case CaseSplit split -> rows.split(split.kept(), split.created(), split.start());
            case CaseClosed closed -> rows.change(closed.caseId(), row -> row.closedOn(closed.lastDay()));
            case CaseReopened reopened ->
                rows.change(reopened.caseId(), row -> row.closedOn(null).partOf(null));
            case LatenessExplained explained ->
                rows.change(explained.caseId(), explained.stage(), row -> row.explainedAs(explained.because()));
            case ExemptionReviewed reviewed -> {
                rows.change(reviewed.caseId(), reviewed.stage(), row -> row.reviewOn(reviewed.reviewOn()));
                rows.undisputed(reviewed.caseId(), reviewed.stage());
            }
            case DutyExempted exempted -> rows.exempted(exempted.caseId(), exempted.stage(), exempted.decidedOn());
            case ExemptionDisputed disputed ->
                rows.disputed(disputed.caseId(), disputed.stage(), disputed.disputedOn());
            case DisputeAnswered answered -> rows.undisputed(answered.caseId(), answered.stage());
            case ExemptionRevoked revoked -> rows.revoked(revoked.caseId(), revoked.stage());
            case DialogueMeetingNoted held -> rows.change(held.caseId(), Stage.DM1, row -> row.doneOn(held.heldOn()));
            case AgreedPlanNoted agreed ->
                rows.change(agreed.caseId(), Stage.PLAN, row -> row.doneOn(agreed.agreedOn()));
            case GivenPlanNoted given ->
                rows.change(given.caseId(), Stage.PLAN_TO_DOCTOR, row -> row.doneOn(given.givenOn()));
            case StruckGivenPlanNoted struck ->
                rows.change(struck.caseId(), Stage.PLAN_TO_DOCTOR, DeadlineRow::notDone);
            case PresentedPlanNoted _, DialogueMeetingAskedFor _, ExemptionHeld _ -> {}
            case DeadlineEvent deadline -> fold(deadline, rows);
        }
    }

    private static void fold(AgreedFollowUpEvent event, RecordedEvent recorded, OverviewRows.Touched rows) {
        switch (event) {
            case FollowUpOpened opened -> open(opened, recorded, rows);
            case FollowUpClosed closed ->
                rows.change(closed.caseId(), row -> row.closedOn(closed.on()).at(recorded.version()));
            case FollowUpReopened reopened ->
                rows.change(reopened.caseId(), row -> row.closedOn(null).at(recorded.version()));
        }
    }

    /** A case like any other, but nobody is away, and the law asks for nothing. */
    private static void open(FollowUpOpened opened, RecordedEvent recorded, OverviewRows.Touched rows) {
        rows.open(new OverviewRows.CaseRow(
                opened.caseId().value(),
                opened.employmentId().value(),
                recorded.organisation().value(),
                opened.employee().value(),
                opened.on(),
                null,
                null,
                null,
                recorded.version()));
    }

    private static void open(CaseOpened opened, RecordedEvent recorded, OverviewRows.Touched rows) {
        rows.open(new OverviewRows.CaseRow(
                opened.caseId().value(),
                opened.employmentId().value(),
                recorded.organisation().value(),
                opened.employee().value(),
                opened.start(),
                opened.end(),
                null,
                null,
                recorded.version()));
    }

    private static void fold(DeadlineEvent event, OverviewRows.Touched rows) {
        switch (event) {
            case DeadlineSet set -> place(rows, set, set.ruleSet(), set.legalBasis(), set.receivedLate(), false);
            case DeadlineRecalculated moved ->
                place(rows, moved, moved.ruleSet(), moved.legalBasis(), moved.receivedLate(), false);
            case DeadlineRevived revived ->
                place(
                        rows,
                        revived,
                        revived.ruleSet(),
                        revived.legalBasis(),
                        revived.receivedLate(),
                        revived.resumed());
            case DeadlineMet met -> settle(rows, met, Outcome.MET, met.factOn());
            case DeadlineFoundMet found -> settle(rows, found, Outcome.MET, found.factOn());
            case DeadlineMissed missed -> rows.change(missed.caseId(), missed.stage(), row -> row.missed(missed.due()));
            case DeadlineExempted exempted -> exempt(rows, exempted);
            case DeadlineLapsed lapsed -> settle(rows, lapsed, Outcome.LAPSED, null);
            case DeadlineNotRequired notRequired -> settle(rows, notRequired, Outcome.NOT_REQUIRED, null);
        }
    }

    private static void place(
            OverviewRows.Touched rows,
            DeadlineEvent event,
            String ruleSet,
            String legalBasis,
            boolean receivedLate,
            boolean resumed) {
        rows.place(new DeadlineRow(
                event.caseId().value(),
                event.stage(),
                event.due(),
                ruleSet,
                legalBasis,
                Outcome.OPEN,
                receivedLate,
                resumed,
                DeadlineRow.Notes.NONE));
    }

    private static void exempt(OverviewRows.Touched rows, DeadlineExempted exempted) {
        settle(rows, exempted, Outcome.EXEMPT, null);
        rows.change(exempted.caseId(), exempted.stage(), row -> row.reviewOn(exempted.reviewOn()));
    }

    private static void settle(
            OverviewRows.Touched rows, DeadlineEvent event, Outcome outcome, @Nullable LocalDate factOn) {
        rows.change(event.caseId(), event.stage(), row -> row.settled(outcome, event.due(), factOn));
    }
}

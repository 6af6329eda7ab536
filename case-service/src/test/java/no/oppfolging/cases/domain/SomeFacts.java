package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.PLAN;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.nine;
import static no.oppfolging.cases.domain.SomeAbsences.REPORTED;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.GivenPlanNoted;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/** What has happened in the follow-up of Kari, by the law of 2021 and in the case of March where none is named. */
final class SomeFacts {
    private SomeFacts() {}

    static AbsenceRegistered registered(RegisterAbsence command) {
        return new AbsenceRegistered(
                JOB,
                command.absenceId(),
                command.revision(),
                command.kind(),
                command.from(),
                command.to(),
                command.kind().isSickness() && command.grade() != null ? command.grade() : 0,
                REPORTED);
    }

    static AbsenceCorrected corrected(RegisterAbsence command) {
        return new AbsenceCorrected(
                JOB,
                command.absenceId(),
                command.revision(),
                command.kind(),
                command.from(),
                command.to(),
                command.kind().isSickness() && command.grade() != null ? command.grade() : 0,
                REPORTED);
    }

    static CaseOpened opened(CaseId caseId, String start, @Nullable String end) {
        return new CaseOpened(JOB, caseId, KARI, day(start), end == null ? null : day(end));
    }

    static CasePeriodChanged changed(CaseId caseId, String start, @Nullable String end) {
        return new CasePeriodChanged(JOB, caseId, day(start), end == null ? null : day(end));
    }

    static DeadlineSet planDue(CaseId caseId, String due) {
        return new DeadlineSet(JOB, caseId, Stage.PLAN, day(due), "2021-06-01", "aml § 4-6 (3)", false);
    }

    static DeadlineSet meetingDue(CaseId caseId, String due) {
        return new DeadlineSet(JOB, caseId, Stage.DM1, day(due), "2021-06-01", "aml § 4-6 (4)", false);
    }

    static DeadlineSet doctorsCopyDue(CaseId caseId, String due) {
        return new DeadlineSet(JOB, caseId, Stage.PLAN_TO_DOCTOR, day(due), "2021-06-01", "aml § 4-6 (3)", false);
    }

    static GivenPlanNoted given(int version, String on, String learned) {
        return new GivenPlanNoted(JOB, MARCH, PLAN, version, day(on), nine(learned));
    }

    static DeadlineMet doctorsCopyMet(String due, String on) {
        return new DeadlineMet(JOB, MARCH, Stage.PLAN_TO_DOCTOR, day(due), day(on), PLAN);
    }

    static DeadlineMissed missed(Stage stage, String due) {
        return new DeadlineMissed(JOB, MARCH, stage, day(due), false);
    }

    static DeadlineLapsed lapsed(Stage stage, String due) {
        return new DeadlineLapsed(JOB, MARCH, stage, day(due));
    }

    static AgreedPlanNoted agreed(CaseId caseId, int version, String on, String learned) {
        return new AgreedPlanNoted(JOB, caseId, PLAN, version, day(on), nine(learned));
    }

    static DeadlineMet planMet(CaseId caseId, String due, String on) {
        return new DeadlineMet(JOB, caseId, Stage.PLAN, day(due), day(on), PLAN);
    }

    static DeadlineRecalculated movedTo(Stage stage, String before, String due, String basis) {
        return new DeadlineRecalculated(JOB, MARCH, stage, day(before), day(due), "2021-06-01", basis, false);
    }
}

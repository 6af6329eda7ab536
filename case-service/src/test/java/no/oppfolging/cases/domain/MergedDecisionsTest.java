package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeFacts.changed;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.Fact.Exempted;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Test;

/**
 * What was decided before two cases were one: March and May are so for a while, and what was decided in May is seen
 * otherwise meanwhile.
 */
class MergedDecisionsTest {
    private final CaseId may = caseFrom("2026-05-04");
    private final History one = History.ofKari()
            .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-03-20"))
            .on("2026-05-04", sickNote("may", 1, "2026-05-04", "2026-07-31"))
            .on("2026-05-05", new ExemptDuty(JOB, may, Stage.PLAN, ExemptionReason.RETURNS_WITHOUT_ADAPTATION, null))
            .on("2026-05-05", new DisputeExemption(JOB, may, Stage.PLAN, new PersonalText(KARI, "Jeg vil ha en plan.")))
            .on("2026-05-06", sickNote("april", 1, "2026-03-21", "2026-05-03"));

    @Test
    void stays_revoked_when_they_are_two_again() {
        one.on("2026-05-07", new RevokeExemption(JOB, MARCH, Stage.PLAN));

        assertThat(one.when("2026-05-08", withdraw("april", 2)))
                .containsExactly(
                        new AbsenceWithdrawn(JOB, SomeAbsences.id("april"), 2),
                        changed(MARCH, "2026-03-05", "2026-03-20"),
                        new CaseReopened(JOB, may),
                        new CaseSplit(JOB, MARCH, may, day("2026-05-04")),
                        new DeadlineRevived(
                                JOB, may, Stage.PLAN, day("2026-05-31"), "2021-06-01", "aml § 4-6 (3)", false, false));
    }

    @Test
    void stands_on_the_day_it_held_though_it_was_revoked_in_the_later_part() {
        var history = History.ofKari()
                .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-04-03"))
                .on("2026-03-20", new ExemptDuty(JOB, MARCH, Stage.PLAN, ExemptionReason.WILL_NOT_RETURN, null))
                .on("2026-04-02", judge("2026-04-01"))
                .on("2026-04-04", sickNote("april", 1, "2026-04-04", "2026-07-31"))
                .on("2026-05-10", new RevokeExemption(JOB, MARCH, Stage.PLAN));
        var back = other(AbsenceKind.BACK_AT_WORK, "back", 1, "2026-04-10", "2026-05-03");

        assertThat(history.when("2026-05-12", back)).noneMatch(DeadlineMissed.class::isInstance);
    }

    @Test
    void stays_as_it_was_looked_at_again_when_they_are_two_again() {
        one.on(
                        "2026-05-07",
                        new ReviewExemption(JOB, MARCH, Stage.PLAN, ExemptionReason.WILL_NOT_RETURN, day("2026-09-01")))
                .on("2026-05-08", withdraw("april", 2));

        assertThat(one.state().known(may).exemption(Stage.PLAN))
                .hasValue(new Exempted(
                        Stage.PLAN,
                        new PersonalText(KARI, ExemptionReason.WILL_NOT_RETURN.name()),
                        day("2026-05-05"),
                        day("2026-09-01")));
        assertThat(one.state().known(may).isDisputed(Stage.PLAN)).isFalse();
    }

    @Test
    void stays_answered_when_they_are_two_again() {
        one.on(
                        "2026-05-07",
                        new AnswerDispute(
                                JOB, MARCH, Stage.PLAN, new PersonalText(KARI, "Vi tar det når du er tilbake.")))
                .on("2026-05-08", withdraw("april", 2));

        assertThat(one.state().known(may).isDisputed(Stage.PLAN)).isFalse();
    }

    @Test
    void is_disputed_where_it_was_decided_though_that_was_said_later() {
        var history = History.ofKari()
                .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-07-31"))
                .on("2026-03-20", new ExemptDuty(JOB, MARCH, Stage.PLAN, ExemptionReason.WILL_NOT_RETURN, null))
                .on(
                        "2026-05-10",
                        new DisputeExemption(
                                JOB, MARCH, Stage.PLAN, new PersonalText(KARI, "Jeg vil gjerne ha en plan.")))
                .on("2026-05-12", other(AbsenceKind.BACK_AT_WORK, "back", 1, "2026-04-10", "2026-05-03"));

        assertThat(history.state().known(MARCH).isDisputed(Stage.PLAN)).isTrue();
        assertThat(history.state().known(may).isDisputed(Stage.PLAN)).isFalse();
    }
}

package no.oppfolging.cases.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.pages.LeadersDay.Errand;
import no.oppfolging.cases.pages.LeadersDay.LegalTask;
import no.oppfolging.cases.pages.LeadersDay.Need;
import no.oppfolging.cases.pages.LeadersDay.Step;
import no.oppfolging.cases.pages.LeadersDay.Urgency;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import org.junit.jupiter.api.Test;

class LeadersDayTest {
    /** A Wednesday: the week ends on Sunday 29 March. */
    private static final LocalDate TODAY = LocalDate.parse("2026-03-25");

    @Test
    void puts_what_is_due_today_and_what_is_due_by_sunday_in_lists_of_their_own() {
        assertThat(stages(due(Stage.PLAN, "2026-03-25"), due(Stage.DM1, "2026-03-29")))
                .isEqualTo(Map.of(Urgency.DUE_TODAY, List.of(Stage.PLAN), Urgency.DUE_THIS_WEEK, List.of(Stage.DM1)));
    }

    @Test
    void leaves_next_week_for_next_week() {
        assertThat(stages(due(Stage.PLAN, "2026-03-30"))).isEmpty();
    }

    @Test
    void wants_a_plan_that_has_been_made_given_to_the_doctor_this_week_whenever_that_is_due() {
        assertThat(stages(due(Stage.PLAN_TO_DOCTOR, "2026-04-15")))
                .isEqualTo(Map.of(Urgency.DUE_THIS_WEEK, List.of(Stage.PLAN_TO_DOCTOR)));
    }

    @Test
    void calls_late_only_what_has_been_judged() {
        assertThat(stages(settled(Outcome.MISSED, "2026-03-22"), due(Stage.DM1, "2026-03-24")))
                .isEqualTo(Map.of(Urgency.LATE, List.of(Stage.PLAN), Urgency.WAITING_FOR_OTHERS, List.of(Stage.DM1)));
    }

    @Test
    void says_nothing_of_what_is_settled() {
        assertThat(stages(settled(Outcome.MET, "2026-03-25"))).isEmpty();
        assertThat(stages(settled(Outcome.LAPSED, "2026-03-25"))).isEmpty();
    }

    @Test
    void says_nothing_of_a_case_that_is_over() {
        var over = caseWith(Optional.of(LocalDate.parse("2026-03-20")), settled(Outcome.MISSED, "2026-03-15"));

        assertThat(LeadersDay.of(List.of(over), List.of(), TODAY).lists()).isEmpty();
    }

    @Test
    void leads_to_where_the_next_step_is_taken() {
        var plan = caseWith(Optional.empty(), due(Stage.PLAN, "2026-03-25"));

        assertThat(LeadersDay.of(List.of(plan), List.of(), TODAY).lists().get(Urgency.DUE_TODAY))
                .singleElement()
                .isInstanceOfSatisfying(LegalTask.class, task -> {
                    assertThat(task.step()).isEqualTo(Step.WRITE_PLAN);
                    assertThat(task.path()).isEqualTo("/plans/cases/" + plan.caseId());
                });
    }

    @Test
    void asks_why_a_day_was_missed_before_anything_else() {
        var late = caseWith(Optional.empty(), settled(Outcome.MISSED, "2026-03-22"));

        assertThat(LeadersDay.of(List.of(late), List.of(), TODAY).lists().get(Urgency.LATE))
                .singleElement()
                .isInstanceOfSatisfying(
                        LegalTask.class,
                        task -> assertThat(task.path())
                                .isEqualTo("/cases/" + late.caseId() + "/deadlines/PLAN/decisions"));
    }

    @Test
    void says_nothing_more_of_what_was_late_once_it_is_done_and_explained() {
        var day = Optional.of(LocalDate.parse("2026-03-24"));

        assertThat(stages(late(day, Optional.empty()))).isEqualTo(Map.of(Urgency.LATE, List.of(Stage.PLAN)));
        assertThat(stages(late(Optional.empty(), Optional.of(LatenessReason.WORKLOAD))))
                .isEqualTo(Map.of(Urgency.LATE, List.of(Stage.PLAN)));
        assertThat(stages(late(day, Optional.of(LatenessReason.WORKLOAD)))).isEmpty();
    }

    @Test
    void says_of_a_case_in_the_list_what_comes_next_and_else_that_something_was_missed() {
        var doneOn = Optional.of(LocalDate.parse("2026-03-24"));
        var missed = late(Optional.empty(), Optional.empty());

        assertThat(standing(missed, due(Stage.DM1, "2026-03-29"))).isEqualTo("DUE_SOON");
        assertThat(standing(missed)).isEqualTo("MISSED");
        assertThat(standing(late(doneOn, Optional.empty()))).isEqualTo("NOTHING_DUE");
    }

    private static String standing(CaseDeadline... deadlines) {
        return CasesPage.standing(caseWith(Optional.empty(), deadlines), TODAY);
    }

    private static CaseDeadline late(Optional<LocalDate> doneOn, Optional<LatenessReason> explainedAs) {
        return new CaseDeadline(
                Stage.PLAN,
                LocalDate.parse("2026-03-22"),
                "2021-06-01",
                "aml § 4-6",
                Outcome.MISSED,
                false,
                false,
                doneOn,
                Optional.empty(),
                explainedAs,
                false);
    }

    @Test
    void shows_an_exemption_in_the_week_it_is_looked_at_again_and_until_it_has_been() {
        assertThat(stages(exempt("2026-03-29"))).isEqualTo(Map.of(Urgency.DUE_THIS_WEEK, List.of(Stage.DM1)));
        assertThat(stages(exempt("2026-03-20"))).isEqualTo(Map.of(Urgency.DUE_TODAY, List.of(Stage.DM1)));
        assertThat(stages(exempt("2026-03-30"))).isEmpty();
        assertThat(stages(settled(Outcome.EXEMPT, "2026-03-25"))).isEmpty();
    }

    @Test
    void wants_an_employee_who_disagrees_answered_this_week_though_nothing_is_looked_at_again() {
        var disputed = new CaseDeadline(
                Stage.PLAN,
                LocalDate.parse("2026-04-20"),
                "2021-06-01",
                "aml § 4-6",
                Outcome.EXEMPT,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        var one = caseWith(Optional.empty(), disputed);

        assertThat(LeadersDay.of(List.of(one), List.of(), TODAY).lists().get(Urgency.DUE_THIS_WEEK))
                .singleElement()
                .isInstanceOfSatisfying(LegalTask.class, task -> {
                    assertThat(task.step()).isEqualTo(Step.ANSWER);
                    assertThat(task.path()).isEqualTo("/cases/" + one.caseId() + "/deadlines/PLAN/decisions");
                });
    }

    private static CaseDeadline exempt(String reviewOn) {
        return new CaseDeadline(
                Stage.DM1,
                LocalDate.parse("2026-04-20"),
                "2021-06-01",
                "aml § 4-6",
                Outcome.EXEMPT,
                false,
                false,
                Optional.empty(),
                Optional.of(LocalDate.parse(reviewOn)),
                Optional.empty(),
                false);
    }

    @Test
    void puts_contact_by_the_day_it_should_have_been_and_leaves_next_weeks_for_next_week() {
        assertThat(needs(
                        errand(Need.GET_IN_TOUCH, "2026-03-24"),
                        errand(Need.AGREE_ON_CONTACT, "2026-03-25"),
                        errand(Need.GET_IN_TOUCH, "2026-03-30")))
                .isEqualTo(Map.of(
                        Urgency.LATE, List.of(Need.GET_IN_TOUCH), Urgency.DUE_TODAY, List.of(Need.AGREE_ON_CONTACT)));
    }

    @Test
    void puts_what_the_employee_waits_for_before_what_waits_for_the_employee() {
        assertThat(needs(
                        errand(Need.ANSWER_REQUEST, "2026-03-31"),
                        errand(Need.ANSWER_PROPOSAL, "2026-03-20"),
                        errand(Need.AWAIT_PROPOSAL, "2026-03-20")))
                .isEqualTo(Map.of(
                        Urgency.DUE_THIS_WEEK,
                        List.of(Need.ANSWER_PROPOSAL, Need.ANSWER_REQUEST),
                        Urgency.WAITING_FOR_OTHERS,
                        List.of(Need.AWAIT_PROPOSAL)));
    }

    private static Errand errand(Need need, String day) {
        return new Errand(caseWith(Optional.empty()), need, LocalDate.parse(day), 7);
    }

    private static Map<Urgency, List<Need>> needs(Errand... errands) {
        return LeadersDay.of(List.of(), List.of(errands), TODAY).lists().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> list.getValue().stream()
                                .map(task -> ((Errand) task).need())
                                .toList()));
    }

    private static Map<Urgency, List<Stage>> stages(CaseDeadline... deadlines) {
        var day = LeadersDay.of(List.of(caseWith(Optional.empty(), deadlines)), List.of(), TODAY);
        return day.lists().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> list.getValue().stream()
                                .map(task -> ((LegalTask) task).deadline().stage())
                                .toList()));
    }

    private static CaseDeadline due(Stage stage, String day) {
        return deadline(stage, Outcome.OPEN, day);
    }

    private static CaseDeadline settled(Outcome outcome, String day) {
        return deadline(Stage.PLAN, outcome, day);
    }

    private static CaseDeadline deadline(Stage stage, Outcome outcome, String day) {
        return new CaseDeadline(
                stage,
                LocalDate.parse(day),
                "2021-06-01",
                "aml § 4-6",
                outcome,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static CaseOverview caseWith(Optional<LocalDate> closedOn, CaseDeadline... deadlines) {
        return new CaseOverview(
                new CaseId(UUID.randomUUID()),
                new EmploymentId(UUID.randomUUID()),
                new OrganisationNumber("312345609"),
                new PersonId(UUID.randomUUID()),
                LocalDate.parse("2026-02-26"),
                Optional.empty(),
                closedOn,
                Optional.empty(),
                7,
                List.of(deadlines));
    }
}

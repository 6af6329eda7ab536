package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.platform.testing.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any news in any order; a failing seed is a test case. */
class EmploymentFollowUpInAnyOrderTest {
    static final String TODAY = "2026-04-30";

    static LongStream seeds() {
        return LongStream.range(0, Numbers.areFull() ? 3_000 : 100);
    }

    static RegisterAbsence register(Absence absence, int revision) {
        return new RegisterAbsence(
                JOB,
                absence.id(),
                revision,
                absence.kind(),
                absence.from(),
                absence.to(),
                absence.kind().isSickness() ? absence.grade() : null,
                absence.reportedAt());
    }

    static History told(List<Absence> absences) {
        var history = History.ofKari();
        absences.forEach(absence -> history.on(TODAY, register(absence, 1)));
        return history;
    }

    /** The living cases' days, without their ids. */
    static List<String> periods(History history) {
        return history.state()
                .casesInOrder()
                .filter(FollowUpCase::isLiving)
                .map(known -> known.start() + "/" + known.end())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_cases_are_the_courses_whatever_order_the_absences_came_in(long seed) {
        var random = new Random(seed);
        var absences = SomeAbsences.any(random);
        var shuffledAndDoubled = new ArrayList<>(absences);
        shuffledAndDoubled.addAll(absences);
        Collections.shuffle(shuffledAndDoubled, random);

        var courses = Absences.merge(absences, SomeLaw.NORWEGIAN_LAW, History.day(TODAY)).stream()
                .map(course -> course.start() + "/" + Objects.toString(course.knownEnd()))
                .toList();

        assertThat(periods(told(shuffledAndDoubled))).isEqualTo(courses);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withdrawing_what_was_added_gives_what_was_before_ids_and_all(long seed) {
        var random = new Random(seed);
        var absences = SomeAbsences.any(random);
        if (absences.isEmpty()) {
            return;
        }
        var added = absences.getLast();
        var history = told(absences.subList(0, absences.size() - 1));
        var before = history.cases();

        history.on(TODAY, register(added, 1)).on(TODAY, new WithdrawAbsence(JOB, added.id(), 2));

        assertThat(history.cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_open_once_every_day_is_judged_and_judging_again_gives_nothing(long seed) {
        var history = told(SomeAbsences.any(new Random(seed)));
        var everything = new JudgeDeadlines(JOB, History.day("2027-12-31"));

        history.on("2028-01-01", everything);

        assertThat(history.state().casesInOrder().filter(FollowUpCase::isLiving))
                .flatExtracting(known -> known.deadlines().values())
                .noneMatch(deadline -> deadline.is(Outcome.OPEN));
        assertThat(history.when("2028-01-01", everything)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_deadline_is_judged_the_same_whether_the_sweep_came_daily_or_once(long seed) {
        var absences = SomeAbsences.any(new Random(seed)).stream()
                .filter(absence -> absence.to() != null)
                .toList();
        var once = told(absences).on("2027-03-01", new JudgeDeadlines(JOB, History.day("2027-02-28")));
        var daily = told(absences);
        History.day(TODAY)
                .datesUntil(History.day("2027-03-01"))
                .forEach(day -> daily.on(day.plusDays(1).toString(), new JudgeDeadlines(JOB, day)));

        assertThat(outcomes(daily)).isEqualTo(outcomes(once));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_judged_by_earlier_words_ends_as_if_the_last_word_had_been_the_only_one(long seed) {
        var random = new Random(seed);
        var lastWords = SomeAbsences.any(random);
        var later = History.day(TODAY).plusDays(random.nextInt(120)).toString();
        var history = History.ofKari();
        for (var absence : lastWords) {
            var earlier = new RegisterAbsence(
                    JOB,
                    absence.id(),
                    1,
                    AbsenceKind.SICK_NOTE,
                    absence.from().plusDays(random.nextInt(21) - 10),
                    absence.from().plusDays(10 + random.nextInt(40)),
                    random.nextBoolean() ? 100 : 50,
                    absence.reportedAt());
            history.on(TODAY, earlier);
        }
        history.on(later, new JudgeDeadlines(JOB, History.day(later).minusDays(1)));
        var told = History.ofKari();
        for (var absence : lastWords) {
            history.on(later, register(absence, 2));
            told.on(later, register(absence, 2));
        }
        var everything = new JudgeDeadlines(JOB, History.day("2027-12-31"));

        assertThat(standings(history.on("2028-01-01", everything)))
                .isEqualTo(standings(told.on("2028-01-01", everything)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_stands_of_a_deadline_is_what_is_told_of_why_it_does(long seed) {
        var random = new Random(seed);
        var history = History.ofKari();
        var today = History.day(TODAY);
        for (var absence : SomeAbsences.any(random)) {
            history.on(today.toString(), register(absence, 1));
            exemptWhatMayBe(history, today, random);
            today = today.plusDays(random.nextInt(40));
            history.on(today.toString(), new JudgeDeadlines(JOB, today.minusDays(1)));
        }

        assertThat(followed(history))
                .isSubsetOf(TrialRun.of(history.state(), today).stream()
                        .flatMap(tried -> tried.deadlines().stream()
                                .map(deadline -> tried.caseId() + " "
                                        + deadline.duty().stage() + " " + deadline.due() + " " + deadline.outcome()))
                        .toList());
    }

    private static void exemptWhatMayBe(History history, LocalDate today, Random random) {
        for (var known : history.state().casesInOrder().toList()) {
            var plan = known.deadlines().get(Stage.PLAN);
            if (random.nextBoolean()
                    && known.isLiving()
                    && plan != null
                    && plan.is(Outcome.OPEN)
                    && !today.isAfter(plan.due())) {
                history.on(
                        today.toString(),
                        new ExemptDuty(JOB, known.id(), Stage.PLAN, ExemptionReason.WILL_NOT_RETURN, null));
            }
        }
    }

    private static List<String> followed(History history) {
        return history.state()
                .casesInOrder()
                .filter(FollowUpCase::isLiving)
                .flatMap(known -> known.deadlines().entrySet().stream()
                        .map(entry -> known.id() + " " + entry.getKey() + " "
                                + entry.getValue().due() + " "
                                + entry.getValue().outcome()))
                .toList();
    }

    /** The living cases' deadlines, without the cases' ids. */
    static List<String> standings(History history) {
        return history.state()
                .casesInOrder()
                .filter(FollowUpCase::isLiving)
                .map(known -> known.start() + "/" + known.end() + " " + standings(known))
                .toList();
    }

    private static List<String> standings(FollowUpCase known) {
        return known.deadlines().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue().due() + " "
                        + entry.getValue().ruleSet() + " " + entry.getValue().outcome())
                .toList();
    }

    static List<String> outcomes(History history) {
        return history.state()
                .casesInOrder()
                .flatMap(known -> known.deadlines().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> known.id() + " " + known.standing() + " " + entry.getKey() + " "
                                + entry.getValue().due() + " "
                                + entry.getValue().outcome()))
                .toList();
    }
}

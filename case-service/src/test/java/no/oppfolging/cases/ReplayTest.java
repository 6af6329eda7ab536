package no.oppfolging.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.ExemptionReason;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.law.LawFiles;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.testing.ReplayRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final EmploymentId JOB = EmploymentId.of("10000000-0000-0000-0000-000000000001");
    private static final PersonId KARI = PersonId.of("20000000-0000-0000-0000-000000000001");
    private static final UUID PLAN = UUID.fromString("40000000-0000-0000-0000-000000000001");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("oppfolging.histories", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_history_leads_to_the_same_however_it_is_folded(long seed) {
        ReplayRules.leadsToTheSame(
                CaseEvents.catalogue(),
                EmploymentFollowUpEvent.class,
                EmploymentFollowUp.unknown(LawFiles.read()),
                EmploymentFollowUp::evolve,
                history(new Random(seed)));
    }

    /** A year of absences, meetings, plans and judgements; what a rule refuses, has not happened. */
    private static List<EmploymentFollowUpEvent> history(Random random) {
        var events = new ArrayList<EmploymentFollowUpEvent>();
        var state = EmploymentFollowUp.unknown(LawFiles.read());
        var reported = new ArrayList<UUID>();
        var cases = new ArrayList<CaseId>();
        for (var day = NEW_YEAR; day.isBefore(NEW_YEAR.plusYears(1)); day = day.plusDays(1 + random.nextInt(17))) {
            var command = events.isEmpty() ? new NoteEmployment(JOB, 1, KARI) : any(random, day, reported, cases);
            for (var event : decided(state, command, nine(day))) {
                events.add(event);
                state = state.evolve(event);
                if (event instanceof CaseOpened opened) {
                    cases.add(opened.caseId());
                }
            }
        }
        return events;
    }

    private static List<EmploymentFollowUpEvent> decided(
            EmploymentFollowUp state, EmploymentFollowUpCommand command, Instant now) {
        try {
            return state.decide(command, now);
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static EmploymentFollowUpCommand any(
            Random random, LocalDate day, List<UUID> reported, List<CaseId> cases) {
        var choice = random.nextInt(15);
        if (choice < 5 || cases.isEmpty()) {
            var id = choice == 0 && !reported.isEmpty()
                    ? reported.get(random.nextInt(reported.size()))
                    : new UUID(random.nextLong(), 1);
            reported.add(id);
            var from = day.minusDays(random.nextInt(30));
            return new RegisterAbsence(
                    JOB,
                    id,
                    reported.size(),
                    AbsenceKind.SICK_NOTE,
                    from,
                    from.plusDays(random.nextInt(60)),
                    1 + random.nextInt(100),
                    nine(day));
        }
        var known = cases.get(random.nextInt(cases.size()));
        var thing = new UUID(random.nextLong(), 2);
        return switch (choice) {
            case 5 -> new WithdrawAbsence(JOB, reported.get(random.nextInt(reported.size())), reported.size() + 1L);
            case 6 -> new NoteDialogueMeetingHeld(JOB, known, thing, day.minusDays(1));
            case 7 -> new NotePlanAgreed(JOB, known, thing, 1, day.minusDays(1));
            case 8 -> new ExemptDuty(JOB, known, Stage.PLAN, ExemptionReason.WILL_NOT_RETURN, null);
            case 9 -> new ExemptDuty(JOB, known, Stage.DM1, ExemptionReason.MEASURES_IN_PLACE_AND_SOON_BACK, null);
            case 10 -> new RevokeExemption(JOB, known, random.nextBoolean() ? Stage.PLAN : Stage.DM1);
            case 11 ->
                new ReviewExemption(
                        JOB,
                        known,
                        Stage.DM1,
                        ExemptionReason.SOON_BACK_FULLY_WITHOUT_MEASURES,
                        day.plusDays(1 + random.nextInt(30)));
            case 13 -> new NotePlanGiven(JOB, known, PLAN, 1 + random.nextInt(2), day.minusDays(1));
            case 14 -> new NoteGivenPlanStruck(JOB, known, PLAN, 1 + random.nextInt(2));
            case 12 -> new ExplainLateness(JOB, known, Stage.PLAN, LatenessReason.MANAGER_ABSENT);
            default -> new JudgeDeadlines(JOB, day.minusDays(1));
        };
    }

    private static Instant nine(LocalDate day) {
        return LegalDay.begins(day).plusSeconds(9 * 3600);
    }
}

package no.oppfolging.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.plans.domain.CasePlan;
import no.oppfolging.plans.domain.CasePlanCommand;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.testing.ReplayRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final CaseId CASE = CaseId.of("00000000-0000-0000-0000-0000000000c1");
    private static final CaseId OTHER_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c2");
    private static final EmploymentId JOB = EmploymentId.of("00000000-0000-0000-0000-0000000000e1");
    private static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");
    private static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    private static final PlanId PLAN = PlanId.of("00000000-0000-0000-0000-0000000000d1");
    private static final MeasureId MEASURE = MeasureId.of("00000000-0000-0000-0000-000000000011");
    private static final SignInMethod WITH_BANKID =
            SignInMethod.of("https://issuer.example/realm", "idporten-loa-high", List.of("BankID"));
    private static final List<Duty.Standing> STANDINGS = List.of(Duty.Standing.values());
    private static final List<WayToDoctor> WAYS = List.of(WayToDoctor.values());
    private static final List<String> MEASURES = List.of("Halve dager", "Hjemmekontor", "Andre oppgaver");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T08:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("oppfolging.histories", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_history_leads_to_the_same_however_it_is_folded(long seed) {
        ReplayRules.leadsToTheSame(
                PlanEvents.catalogue(),
                CasePlanEvent.class,
                CasePlan.unknown(),
                CasePlan::evolve,
                history(new Random(seed)));
    }

    /** Half a year of whatever may be asked of a case's plan; what a rule refuses, has not happened. */
    private static List<CasePlanEvent> history(Random random) {
        var events = new ArrayList<CasePlanEvent>();
        var state = CasePlan.unknown();
        for (var day = 0; day < 180; day += 1 + random.nextInt(6)) {
            var now = NEW_YEAR.plus(Duration.ofDays(day));
            var command = events.isEmpty() ? new FollowCase(CASE, JOB, KARI) : any(random, now, events);
            for (var event : decided(state, command, now)) {
                events.add(event);
                state = state.evolve(event);
            }
        }
        return events;
    }

    private static List<CasePlanEvent> decided(CasePlan state, CasePlanCommand command, Instant now) {
        try {
            return List.copyOf(state.decide(command, now));
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static CasePlanCommand any(Random random, Instant now, List<CasePlanEvent> events) {
        var today = LegalDay.of(now);
        return switch (random.nextInt(19)) {
            case 0, 1, 2 -> present(random, today);
            case 3, 4, 5, 6 -> aboutTheLatest(random, events).orElseGet(() -> present(random, today));
            case 7 ->
                new NoteDuty(
                        CASE,
                        new Duty(today.plusDays(random.nextInt(30)), STANDINGS.get(random.nextInt(STANDINGS.size()))));
            case 8 -> new AbsorbCase(CASE, OTHER_CASE);
            case 9 -> new ReleaseCase(CASE, OTHER_CASE);
            case 10 -> new JoinCase(CASE, OTHER_CASE, anyPlace(random));
            case 11 -> new EndCase(CASE, today);
            case 12 -> new MarkMeasureDone(CASE, PLAN, MEASURE);
            case 13 -> new NoteMeasureOverdue(CASE, PLAN, MEASURE);
            case 14 ->
                new NotePlanGivenToDoctor(
                        CASE, PLAN, 1 + random.nextInt(3), today, WAYS.get(random.nextInt(WAYS.size())));
            case 15 -> new StrikePlanGivenToDoctor(CASE, PLAN, 1 + random.nextInt(3));
            case 16 -> new LeaveCase(CASE, anyPlace(random));
            default -> new ResumeCase(CASE, anyPlace(random));
        };
    }

    private static PresentPlan present(Random random, LocalDate today) {
        var measures = MEASURES.get(random.nextInt(MEASURES.size()));
        var salt = text(new UUID(random.nextLong(), random.nextLong()).toString());
        return new PresentPlan(CASE, PLAN, content(measures, today.plusDays(60)), salt);
    }

    /** Kari or Ola signs the latest version, or Kari will not. */
    private static Optional<CasePlanCommand> aboutTheLatest(Random random, List<CasePlanEvent> events) {
        return events.reversed().stream()
                .filter(PlanPresented.class::isInstance)
                .map(PlanPresented.class::cast)
                .findFirst()
                .map(latest -> switch (random.nextInt(3)) {
                    case 0 -> sign(latest, Party.EMPLOYEE, KARI);
                    case 1 -> sign(latest, Party.MANAGER, OLA);
                    default -> new RefuseToSign(CASE, PLAN, latest.version(), KARI, text("For mange vakter"));
                });
    }

    private static SignPlan sign(PlanPresented latest, Party by, PersonId person) {
        return new SignPlan(CASE, PLAN, latest.version(), latest.digest(), by, person, WITH_BANKID);
    }

    private static PlanContent content(String measures, LocalDate evaluationDate) {
        return PlanContent.of(
                section -> text(
                        switch (section) {
                            case "measures" -> measures;
                            case "whyNotContributed", "authorityHelp" -> "";
                            default -> "Kundesenter";
                        }),
                evaluationDate,
                true,
                measures.equals("Hjemmekontor")
                        ? List.of()
                        : List.of(new PlannedMeasure(
                                MEASURE,
                                MeasureVerb.CHANGE,
                                text(measures),
                                Party.MANAGER,
                                evaluationDate.minusDays(30))));
    }

    private static PersonalText text(String text) {
        return new PersonalText(KARI, text);
    }

    private static ToldAt anyPlace(Random random) {
        return new ToldAt(1 + random.nextInt(1_000));
    }
}

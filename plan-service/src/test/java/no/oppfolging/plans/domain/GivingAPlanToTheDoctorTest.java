package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Both sign on Wednesday 18 March 2026; on Thursday Ola notes that the doctor has it. */
class GivingAPlanToTheDoctorTest {
    static final LocalDate ON_TUESDAY = LocalDate.of(2026, 3, 17);
    static final LocalDate ON_WEDNESDAY = LocalDate.of(2026, 3, 18);
    static final LocalDate ON_THURSDAY = LocalDate.of(2026, 3, 19);
    static final LocalDate ON_FRIDAY = LocalDate.of(2026, 3, 20);

    static final PlanGivenToDoctor GIVEN =
            new PlanGivenToDoctor(CASE, PLAN, 1, ON_THURSDAY, WayToDoctor.TAKEN_ALONG_BY_EMPLOYEE);
    static final StrikePlanGivenToDoctor STRIKE = new StrikePlanGivenToDoctor(CASE, PLAN, 1);
    static final PlanGivenToDoctorStruck STRUCK = new PlanGivenToDoctorStruck(CASE, PLAN, 1);

    @Nested
    class The_version_in_force {
        @Test
        void is_given_from_the_day_both_have_signed() {
            plan().given(inForce()).when(give(1, ON_THURSDAY), THURSDAY).then(GIVEN);
        }

        @Test
        void is_given_while_the_next_one_waits_for_signatures() {
            plan().given(inForce(CHANGED)).when(give(1, ON_THURSDAY), THURSDAY).then(GIVEN);
        }

        @Test
        void is_not_given_before_it_was_agreed() {
            plan().given(inForce())
                    .when(give(1, ON_TUESDAY), THURSDAY)
                    .thenRefused(
                            "plan-is-given-once-agreed",
                            "Planen kan tidligst være gitt den dagen begge hadde signert, og ikke senere enn i dag.");
        }

        @Test
        void is_not_given_tomorrow() {
            plan().given(inForce())
                    .when(give(1, ON_FRIDAY), THURSDAY)
                    .thenRefused(
                            "plan-is-given-once-agreed",
                            "Planen kan tidligst være gitt den dagen begge hadde signert, og ikke senere enn i dag.");
        }

        @Test
        void is_noted_once() {
            plan().given(inForce(GIVEN))
                    .when(give(1, ON_THURSDAY), LATE_ON_FRIDAY)
                    .thenNothing();
        }

        @Test
        void has_been_given_on_one_day() {
            plan().given(inForce(GIVEN))
                    .when(give(1, ON_WEDNESDAY), THURSDAY)
                    .thenRefused(
                            "plan-is-given-already",
                            "Det er alt notert at sykmelder har fått denne versjonen. Stryk det først hvis det var feil.");
        }
    }

    @Nested
    class A_version_that_is_not_in_force {
        @Test
        void is_not_given() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(give(1, ON_THURSDAY), THURSDAY)
                    .thenRefused(
                            "plan-is-not-in-force", "Bare versjonen som begge har signert sist, gis til sykmelder.");
        }

        @Test
        void is_not_given_for_the_one_before_it() {
            plan().given(inForce(CHANGED))
                    .when(give(2, ON_THURSDAY), THURSDAY)
                    .thenRefused(
                            "plan-is-not-in-force", "Bare versjonen som begge har signert sist, gis til sykmelder.");
        }
    }

    @Nested
    class What_was_noted_by_mistake {
        @Test
        void is_struck() {
            plan().given(inForce(GIVEN)).when(STRIKE, THURSDAY).then(STRUCK);
        }

        @Test
        void is_struck_once() {
            plan().given(inForce(GIVEN, STRUCK)).when(STRIKE, THURSDAY).thenNothing();
        }

        @Test
        void is_noted_anew_as_it_was() {
            plan().given(inForce(GIVEN, STRUCK))
                    .when(give(1, ON_WEDNESDAY), THURSDAY)
                    .then(new PlanGivenToDoctor(CASE, PLAN, 1, ON_WEDNESDAY, WayToDoctor.TAKEN_ALONG_BY_EMPLOYEE));
        }
    }

    private static NotePlanGivenToDoctor give(int version, LocalDate on) {
        return new NotePlanGivenToDoctor(CASE, PLAN, version, on, WayToDoctor.TAKEN_ALONG_BY_EMPLOYEE);
    }

    private static CasePlanEvent[] inForce(CasePlanEvent... andThen) {
        return Stream.concat(
                        Stream.of(
                                FOLLOWED,
                                PRESENTED,
                                signedByKari(PRESENTED, WEDNESDAY),
                                signedByOla(PRESENTED, WEDNESDAY),
                                agreed(PRESENTED, ON_WEDNESDAY)),
                        Arrays.stream(andThen))
                .toArray(CasePlanEvent[]::new);
    }
}

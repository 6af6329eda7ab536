package no.oppfolging.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Standing.Tie;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {
    private static final OrganisationNumber OURS = new OrganisationNumber("974760673");
    private static final OrganisationNumber ANOTHERS = new OrganisationNumber("889640782");
    private static final PersonId KARI = new PersonId(new UUID(1, 1));
    private static final PersonId OLA = new PersonId(new UUID(1, 2));
    private static final PersonId PER = new PersonId(new UUID(1, 3));
    private static final CaseId CASE = new CaseId(new UUID(2, 1));
    private static final String READ = "GET /api/cases/{caseId}";
    private static final String SUMMON = "POST /api/cases/{caseId}/summons";

    private static final String ANSWER = "POST /api/cases/{caseId}/answers";

    private record Summon(CaseId target) implements DomainCommand {}

    private record AnswerRequest(CaseId target) implements DomainCommand {}

    private record JudgeDay(CaseId target) implements DomainCommand {}

    private record Unheard(CaseId target) implements DomainCommand {}

    private final Map<PersonId, List<Tie>> ties =
            new HashMap<>(Map.of(KARI, List.of(Tie.self()), OLA, List.of(Tie.lineManager())));

    private final Authority table = Authority.table(
            Authority.visiting(READ)
                    .may(Role.EMPLOYEE, Kind.SELF)
                    .may(Role.MANAGER, Kind.LINE_MANAGER)
                    .may(Role.SUBSTITUTE, Kind.SUBSTITUTE)
                    .may(Role.HR, Kind.HR_OF_ORGANISATION, "deadlines")
                    .may(Role.AUDITOR, "deadlines", "history")
                    .nothingYetForOthers(),
            Authority.commanding(Summon.class, SUMMON)
                    .may(Role.MANAGER, Kind.LINE_MANAGER)
                    .may(Role.SUBSTITUTE, Kind.SUBSTITUTE)
                    .neverForOthers(),
            Authority.commanding(AnswerRequest.class, ANSWER)
                    .may(Role.MANAGER, Kind.LINE_MANAGER)
                    .may(Role.HR, Kind.HR_OF_ORGANISATION)
                    .neverForOthers(),
            Authority.commanding(JudgeDay.class).itself().neverForOthers());

    private final Authorities authorities = new Authorities(
            table,
            new Relations() {
                @Override
                public Optional<Standing> standing(PersonId person, Identifier target, Instant at) {
                    return organisationOf(target)
                            .map(organisation -> new Standing(organisation, 9, ties.getOrDefault(person, List.of())));
                }

                @Override
                public Optional<OrganisationNumber> organisationOf(Identifier target) {
                    return target.equals(CASE) ? Optional.of(OURS) : Optional.empty();
                }
            },
            InstantSource.fixed(Instant.parse("2026-02-16T09:00:00Z")));

    @Nested
    class What_a_caller_sees {
        @Test
        void follows_from_the_closest_tie() {
            var both = caller(OLA, Set.of(Role.HR), OURS);
            assertThat(authorities.sight(both, CASE, READ).actor().role()).isEqualTo(Role.MANAGER);
            assertThat(authorities.sight(both, CASE, READ).sees("plan")).isTrue();
        }

        @Test
        void follows_from_an_office_in_the_same_organisation() {
            var sight = authorities.sight(caller(PER, Set.of(Role.HR), OURS), CASE, READ);
            assertThat(sight.sees("deadlines")).isTrue();
            assertThat(sight.sees("plan")).isFalse();
        }

        @Test
        void is_nothing_from_an_office_in_another_organisation() {
            notKnown(() -> authorities.sight(caller(PER, Set.of(Role.HR, Role.AUDITOR), ANOTHERS), CASE, READ));
        }

        @Test
        void is_nothing_for_a_stranger_or_of_what_is_not_there() {
            notKnown(() -> authorities.sight(caller(PER, Set.of(), OURS), CASE, READ));
            notKnown(() -> authorities.sight(caller(OLA, Set.of(), OURS), new CaseId(new UUID(2, 2)), READ));
        }

        @Test
        void ends_with_the_tie() {
            ties.remove(OLA);
            notKnown(() -> authorities.sight(caller(OLA, Set.of(), OURS), CASE, READ));
        }

        @Test
        void is_nothing_for_an_office_that_sees_no_case() {
            for (var office : List.of(Role.DATA_PROTECTION_OFFICER, Role.NAV, Role.OPERATOR)) {
                notKnown(() -> authorities.sight(caller(PER, Set.of(office), OURS), CASE, READ));
            }
        }

        @Test
        void is_told_apart_from_what_one_knows_but_may_not() {
            notAllowed(() -> authorities.capacity(caller(PER, Set.of(Role.HR), OURS), new Summon(CASE), SUMMON));
        }
    }

    @Nested
    class Who_holds_an_office {
        private final Caller.Person kari = caller(KARI, Set.of(Role.HR, Role.AUDITOR), OURS);

        @Test
        void is_the_employee_and_nothing_else_in_their_own_case() {
            var sight = authorities.sight(kari, CASE, READ);
            assertThat(sight.actor().role()).isEqualTo(Role.EMPLOYEE);
            assertThat(sight.sees("plan")).isTrue();

            notAllowed(() -> authorities.capacity(kari, new AnswerRequest(CASE), ANSWER));
            assertThat(authorities.allows(kari, CASE, AnswerRequest.class)).isFalse();
        }

        @Test
        void cannot_act_in_office_in_their_own_case_at_the_commands_moment_either() {
            notAllowed(() ->
                    authorities.check(new AnswerRequest(CASE), origin(person(KARI, Role.HR, Kind.HR_OF_ORGANISATION))));
        }

        @Test
        void acts_in_office_in_anybody_elses() {
            var per = caller(PER, Set.of(Role.HR), OURS);
            var capacity = authorities.capacity(per, new AnswerRequest(CASE), ANSWER);
            assertThat(capacity.actor().role()).isEqualTo(Role.HR);
            assertThatCode(() -> authorities.check(new AnswerRequest(CASE), origin(capacity.actor())))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class A_command_at_its_moment {
        @Test
        void is_allowed_by_the_tie_it_was_sent_by() {
            assertThatCode(() -> authorities.check(new Summon(CASE), origin(ola())))
                    .doesNotThrowAnyException();
        }

        @Test
        void is_stopped_when_the_tie_has_gone_since() {
            ties.remove(OLA);
            notKnown(() -> authorities.check(new Summon(CASE), origin(ola())));
        }

        @Test
        void is_not_allowed_to_the_employee() {
            notAllowed(() -> authorities.check(new Summon(CASE), origin(person(KARI, Role.EMPLOYEE, Kind.SELF))));
        }

        @Test
        void is_not_allowed_by_a_tie_that_is_only_claimed() {
            notAllowed(
                    () -> authorities.check(new Summon(CASE), origin(person(KARI, Role.MANAGER, Kind.LINE_MANAGER))));
        }

        @Test
        void in_anothers_place_says_whose() {
            ties.put(PER, List.of(Tie.substituteOf(OLA)));
            var capacity = authorities.capacity(caller(PER, Set.of(), OURS), new Summon(CASE), SUMMON);
            assertThat(capacity.actor())
                    .isEqualTo(new Actor.Person(
                            PER,
                            Role.SUBSTITUTE,
                            Optional.of(new Actor.Relation(Kind.SUBSTITUTE, 9)),
                            Optional.of(OLA)));
            assertThatCode(() -> authorities.check(new Summon(CASE), origin(capacity.actor())))
                    .doesNotThrowAnyException();
        }

        @Test
        void of_the_services_own_is_given_by_itself_alone() {
            var sweep = new Actor.Automatic("cases.day-sweep");
            assertThatCode(() -> authorities.check(new JudgeDay(CASE), origin(sweep)))
                    .doesNotThrowAnyException();
            notAllowed(() -> authorities.check(new JudgeDay(CASE), origin(ola())));
            notAllowed(() -> authorities.check(new Summon(CASE), origin(sweep)));
            notAllowed(() -> authorities.check(new JudgeDay(CASE), origin(new Actor.Automatic("program:hr"))));
        }

        @Test
        void that_the_table_does_not_speak_of_is_a_defect() {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> authorities.check(new Unheard(CASE), origin(ola())))
                    .withMessage("The table of authority says nothing about Unheard");
        }
    }

    @Nested
    class A_table {
        @Test
        void that_forgets_a_role_does_not_start_a_service() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authority.table(
                            Authority.visiting(READ).may(Role.HR).never(Role.OPERATOR)))
                    .withMessageContaining("says nothing about")
                    .withMessageContaining("DATA_PROTECTION_OFFICER");
        }

        @Test
        void does_not_speak_twice_of_a_role() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authority.visiting(READ).may(Role.HR).never(Role.HR));
        }
    }

    private static Caller.Person caller(PersonId id, Set<Role> offices, OrganisationNumber organisation) {
        return new Caller.Person(
                id,
                Optional.empty(),
                Locale.of("nb"),
                offices,
                Set.of(organisation),
                new Caller.SignIn("https://issuer.example", Optional.empty(), List.of(), Optional.empty()));
    }

    private static Actor ola() {
        return person(OLA, Role.MANAGER, Kind.LINE_MANAGER);
    }

    private static Actor person(PersonId id, Role role, Kind kind) {
        return new Actor.Person(id, role, Optional.of(new Actor.Relation(kind, 9)), Optional.empty());
    }

    private static CommandOrigin origin(Actor actor) {
        var id = new UUID(3, 1);
        return new CommandOrigin(new CommandId(id), OURS, actor, Optional.empty(), Optional.empty(), id);
    }

    private static void notKnown(Runnable question) {
        assertThatExceptionOfType(NotKnown.class).isThrownBy(question::run);
    }

    private static void notAllowed(Runnable question) {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(question::run);
    }
}

package no.oppfolging.platform.directory;

import static no.oppfolging.platform.directory.HearingDirectory.hear;
import static no.oppfolging.platform.directory.ToldByHr.about;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.oppfolging.platform.directory.ToldByHr.Person;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.DataKeys;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What the directory answers about those whom HR has told of. */
class DirectoryIT {
    private final Directory directory = HearingDirectory.DIRECTORY;
    private final JdbcClient jdbc = HearingDirectory.JDBC;
    private final MovableClock clock = HearingDirectory.CLOCK;
    private final DataKeys texts = HearingDirectory.TEXTS;
    private final ToldByHr hr = new ToldByHr();
    private final EmploymentId employment = hr.employment;
    private final Person kari = new Person("Kari Nordmann");
    private final Person ola = new Person("Ola Bråthen");
    private final Person siri = new Person("Siri Moe");

    @Nested
    class A_line_manager {
        @Test
        void leads_from_the_day_hr_says() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            hear(hr.told(2, "2026-04-01", kari, siri));

            assertThat(directory.leaderOf(employment, on("2026-03-31"))).contains(ola.id());
            assertThat(directory.leaderOf(employment, on("2026-04-01"))).contains(siri.id());
            assertThat(relation(ola, "2026-03-31")).contains(LINE_MANAGER);
            assertThat(relation(ola, "2026-04-01")).isEmpty();
        }

        @Test
        void is_whom_the_highest_revision_names_in_whatever_order_the_messages_come() {
            var messages = new ArrayList<>(List.of(
                    hr.told(1, "2026-01-01", kari, ola),
                    hr.told(2, "2026-02-01", kari, siri),
                    hr.told(3, "2026-01-15", kari, ola),
                    hr.told(3, "2026-01-15", kari, ola)));
            for (var seed = 0; seed < 6; seed++) {
                Collections.shuffle(messages, new Random(seed));
                var another = new EmploymentId(UUID.randomUUID());
                messages.forEach(message -> hear(about(another, message)));

                assertThat(directory.leaderOf(another, on("2026-02-20"))).contains(ola.id());
            }
        }

        @Test
        void is_new_since_the_other_ceased_to_be_known_as_the_leader() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            var now = clock.instant();
            assertThat(directory.ledByAnotherUntil(employment, ola.id(), now)).isEmpty();

            hear(hr.told(2, "2026-03-16", kari, siri));
            assertThat(directory.ledByAnotherUntil(employment, siri.id(), on("2026-03-20")))
                    .contains(on("2026-03-16"));

            clock.moveBy(Duration.ofHours(1));
            var before = clock.instant().truncatedTo(ChronoUnit.MICROS);
            hear(hr.told(3, "2026-01-01", kari, siri));
            var after = clock.instant();
            assertThat(directory.leaderOf(employment, on("2026-01-02"))).contains(siri.id());
            for (var at : List.of(after, on("2026-03-20"))) {
                assertThat(directory.ledByAnotherUntil(employment, siri.id(), at))
                        .hasValueSatisfying(until -> assertThat(until).isBetween(before, after));
            }
        }

        @Test
        void of_somebody_who_has_left_is_nobody() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            hear(hr.ended(2, "2026-02-28"));

            assertThat(directory.leaderOf(employment, on("2026-02-28"))).contains(ola.id());
            assertThat(directory.leaderOf(employment, on("2026-03-01"))).isEmpty();
            assertThat(relation(kari, "2026-03-01")).contains(SELF);
            assertThat(directory.employmentsLedBy(ola.id(), on("2026-03-01"))).isEmpty();
        }

        @Test
        void named_as_the_own_leader_is_led_by_whoever_leads_the_other_employment() {
            hear(hr.told(1, "2026-01-01", ola, ola));
            hear(about(new EmploymentId(UUID.randomUUID()), hr.told(1, "2026-01-01", ola, siri)));

            assertThat(directory.leaderOf(employment, on("2026-03-02"))).contains(siri.id());
            assertThat(relation(ola, "2026-03-02")).contains(SELF);
            assertThat(directory.employmentsLedBy(siri.id(), on("2026-03-02"))).hasSize(2);
            assertThat(directory.employmentsLedBy(ola.id(), on("2026-03-02"))).isEmpty();
        }
    }

    @Nested
    class A_substitute {
        @Test
        void takes_the_managers_place_within_the_dates() {
            var message = hr.told(1, "2026-01-01", kari, ola);
            ((ObjectNode) message.data())
                    .putArray("substitutes")
                    .addObject()
                    .put("personId", siri.id().toString())
                    .put("from", "2026-07-06")
                    .put("to", "2026-07-26");
            hear(message);

            assertThat(relation(siri, "2026-07-05")).isEmpty();
            assertThat(relation(siri, "2026-07-06")).contains(SUBSTITUTE);
            assertThat(relation(siri, "2026-07-26")).contains(SUBSTITUTE);
            assertThat(relation(siri, "2026-07-27")).isEmpty();
            assertThat(relation(ola, "2026-07-10")).contains(LINE_MANAGER);
            assertThat(directory.standing(siri.id(), employment, on("2026-07-10")))
                    .hasValueSatisfying(standing -> assertThat(standing.ties())
                            .singleElement()
                            .satisfies(tie -> assertThat(tie.onBehalfOf()).contains(ola.id())));
        }
    }

    @Nested
    class A_person {
        @Test
        void is_recognised_by_the_sign_in_hr_told_last() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            var moved = hr.told(2, "2026-02-01", kari, ola);
            ((ObjectNode) moved.data().at("/person/signInId")).put("subject", "new-" + kari.id());

            assertThat(directory.personBySignIn("https://login.example", "sub-" + kari.id()))
                    .contains(kari.id());
            hear(moved);
            assertThat(directory.personBySignIn("https://login.example", "sub-" + kari.id()))
                    .isEmpty();
            assertThat(directory.personBySignIn("https://login.example", "new-" + kari.id()))
                    .contains(kari.id());
            assertThat(directory.personBySignIn("https://elsewhere.example", "new-" + kari.id()))
                    .isEmpty();
        }

        @Test
        void who_signs_in_has_the_roles_the_directory_gives() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            hear(about(new EmploymentId(UUID.randomUUID()), hr.told(1, "2026-01-01", ola, siri)));

            assertThat(directory.bySignIn("https://login.example", "sub-" + ola.id()))
                    .hasValueSatisfying(signedIn -> {
                        assertThat(signedIn.name().text()).isEqualTo("Ola Bråthen");
                        assertThat(signedIn.roles()).containsExactlyInAnyOrder(Role.EMPLOYEE, Role.MANAGER);
                        assertThat(signedIn.organisations()).containsExactly(ToldByHr.NORDFJELL);
                        assertThat(signedIn.language()).isEqualTo(Locale.of("nn"));
                    });
        }

        @Test
        void is_reached_where_the_employment_that_runs_says_though_one_that_is_over_came_later() {
            hear(hr.told(1, "2020-01-01", kari, ola));
            var extra = new EmploymentId(UUID.randomUUID());
            var elsewhere = hr.told(1, "2024-01-01", kari, ola);
            ((ObjectNode) elsewhere.data().get("person")).put("email", "kari@old.no");
            hear(about(extra, elsewhere));
            hear(about(extra, hr.ended(2, "2025-12-31")));

            assertThat(directory.emails(kari.id()).stream().map(PersonalText::text))
                    .containsExactly("åse+leder@øl.no", "b@firma.no");
        }

        @Test
        void may_have_several_addresses() {
            hear(hr.told(1, "2026-01-01", kari, ola));

            assertThat(directory.emails(kari.id()).stream().map(PersonalText::text))
                    .containsExactly("åse+leder@øl.no", "b@firma.no");
        }

        @Test
        void stands_nowhere_in_clear_and_is_gone_when_the_key_is_destroyed() {
            hear(hr.told(1, "2026-01-01", kari, ola));

            assertThat(jdbc.sql("select directory_entries::text from directory_entries")
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains("Nordmann") || row.contains("firma.no") || row.contains("sub-"));
            texts.destroy(kari.id(), Optional.empty(), Purpose.IDENTITY);
            assertThat(directory.displayName(kari.id()))
                    .hasValueSatisfying(name -> assertThat(name.isErased()).isTrue());
            assertThat(directory.emails(kari.id())).isEmpty();
        }
    }

    private Optional<Actor.Relation.Kind> relation(Person person, String day) {
        return directory.relation(person.id(), employment, on(day)).map(Actor.Relation::kind);
    }

    private static Instant on(String day) {
        return LegalDay.begins(LocalDate.parse(day));
    }
}

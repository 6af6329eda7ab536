package no.oppfolging.platform.directory;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import no.oppfolging.platform.privacy.DataKeys;
import no.oppfolging.platform.privacy.ServiceKey;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.time.MovableClock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DirectoryIT {
    private static final OrganisationNumber NORDFJELL = new OrganisationNumber("910825526");
    private static final OrganisationNumber SORFJELL = new OrganisationNumber("312345609");
    private static HikariDataSource pool;
    private static JdbcClient jdbc;
    private static MovableClock clock;
    private static DataKeys texts;
    private static DirectoryEntries entries;
    private static EmploymentNews news;
    private static OwnersOfEmployments owners;
    private static MessageContents contents;
    private static Directory directory;

    private final Person kari = new Person("Kari Nordmann");
    private final Person ola = new Person("Ola Bråthen");
    private final Person siri = new Person("Siri Moe");
    private final EmploymentId employment = new EmploymentId(UUID.randomUUID());

    @BeforeAll
    static void openDatabase() {
        var database = Servers.freshDatabase(ServiceName.MEETINGS);
        Flyway.configure()
                .dataSource(database.asOwner())
                .locations("classpath:db/platform")
                .placeholders(java.util.Map.of("app", database.appUsername()))
                .load()
                .migrate();
        pool = database.poolAsApp();
        jdbc = JdbcClient.create(pool);
        clock = MovableClock.startingAt(Instant.parse("2026-03-02T08:00:00Z"));
        texts = new DataKeys(
                jdbc, new ServiceKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), new Ids(clock), clock);
        entries = new DirectoryEntries(jdbc);
        news = new EmploymentNews(entries, new SealedCards(texts), TransactionOperations.withoutTransaction(), clock);
        owners = new OwnersOfEmployments(entries);
        contents = new MessageContents(jdbc, texts, clock);
        directory = new Directory(entries, new SealedCards(texts), clock, () -> false);
    }

    @AfterAll
    static void closeDatabase() {
        pool.close();
    }

    /** Somebody HR tells of. */
    private record Person(PersonId id, String name) {
        Person(String name) {
            this(new PersonId(UUID.randomUUID()), name);
        }
    }

    @Nested
    class A_line_manager {
        @Test
        void leads_from_the_day_hr_says() {
            hear(told(1, "2026-01-01", kari, ola));
            hear(told(2, "2026-04-01", kari, siri));

            assertThat(directory.leaderOf(employment, on("2026-03-31"))).contains(ola.id());
            assertThat(directory.leaderOf(employment, on("2026-04-01"))).contains(siri.id());
            assertThat(relation(ola, "2026-03-31")).contains(LINE_MANAGER);
            assertThat(relation(ola, "2026-04-01")).isEmpty();
        }

        @Test
        void is_whom_the_highest_revision_names_in_whatever_order_the_messages_come() {
            var messages = new ArrayList<>(List.of(
                    told(1, "2026-01-01", kari, ola),
                    told(2, "2026-02-01", kari, siri),
                    told(3, "2026-01-15", kari, ola),
                    told(3, "2026-01-15", kari, ola)));
            for (var seed = 0; seed < 6; seed++) {
                Collections.shuffle(messages, new Random(seed));
                var another = new EmploymentId(UUID.randomUUID());
                messages.forEach(message -> hear(about(another, message)));

                assertThat(directory.leaderOf(another, on("2026-02-20"))).contains(ola.id());
            }
        }

        @Test
        void is_new_since_the_other_ceased_to_be_known_as_the_leader() {
            hear(told(1, "2026-01-01", kari, ola));
            var now = clock.instant();
            assertThat(directory.ledByAnotherUntil(employment, ola.id(), now)).isEmpty();

            hear(told(2, "2026-03-16", kari, siri));
            assertThat(directory.ledByAnotherUntil(employment, siri.id(), on("2026-03-20")))
                    .contains(on("2026-03-16"));

            clock.moveBy(Duration.ofHours(1));
            var before = clock.instant().truncatedTo(ChronoUnit.MICROS);
            hear(told(3, "2026-01-01", kari, siri));
            var after = clock.instant();
            assertThat(directory.leaderOf(employment, on("2026-01-02"))).contains(siri.id());
            for (var at : List.of(after, on("2026-03-20"))) {
                assertThat(directory.ledByAnotherUntil(employment, siri.id(), at))
                        .hasValueSatisfying(until -> assertThat(until).isBetween(before, after));
            }
        }

        @Test
        void of_somebody_who_has_left_is_nobody() {
            hear(told(1, "2026-01-01", kari, ola));
            hear(ended(2, "2026-02-28"));

            assertThat(directory.leaderOf(employment, on("2026-02-28"))).contains(ola.id());
            assertThat(directory.leaderOf(employment, on("2026-03-01"))).isEmpty();
            assertThat(relation(kari, "2026-03-01")).contains(SELF);
            assertThat(directory.employmentsLedBy(ola.id(), on("2026-03-01"))).isEmpty();
        }

        @Test
        void named_as_the_own_leader_is_led_by_whoever_leads_the_other_employment() {
            hear(told(1, "2026-01-01", ola, ola));
            hear(about(new EmploymentId(UUID.randomUUID()), told(1, "2026-01-01", ola, siri)));

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
            var message = told(1, "2026-01-01", kari, ola);
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
            hear(told(1, "2026-01-01", kari, ola));
            var moved = told(2, "2026-02-01", kari, ola);
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
            hear(told(1, "2026-01-01", kari, ola));
            hear(about(new EmploymentId(UUID.randomUUID()), told(1, "2026-01-01", ola, siri)));

            assertThat(directory.bySignIn("https://login.example", "sub-" + ola.id()))
                    .hasValueSatisfying(signedIn -> {
                        assertThat(signedIn.name().text()).isEqualTo("Ola Bråthen");
                        assertThat(signedIn.roles()).containsExactlyInAnyOrder(Role.EMPLOYEE, Role.MANAGER);
                        assertThat(signedIn.organisations()).containsExactly(NORDFJELL);
                        assertThat(signedIn.language()).isEqualTo(Locale.of("nn"));
                    });
        }

        @Test
        void is_reached_where_the_employment_that_runs_says_though_one_that_is_over_came_later() {
            hear(told(1, "2020-01-01", kari, ola));
            var extra = new EmploymentId(UUID.randomUUID());
            var elsewhere = told(1, "2024-01-01", kari, ola);
            ((ObjectNode) elsewhere.data().get("person")).put("email", "kari@old.no");
            hear(about(extra, elsewhere));
            hear(about(extra, ended(2, "2025-12-31")));

            assertThat(directory.emails(kari.id()).stream().map(PersonalText::text))
                    .containsExactly("åse+leder@øl.no", "b@firma.no");
        }

        @Test
        void may_have_several_addresses() {
            hear(told(1, "2026-01-01", kari, ola));

            assertThat(directory.emails(kari.id()).stream().map(PersonalText::text))
                    .containsExactly("åse+leder@øl.no", "b@firma.no");
        }

        @Test
        void stands_nowhere_in_clear_and_is_gone_when_the_key_is_destroyed() {
            hear(told(1, "2026-01-01", kari, ola));

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

    @Nested
    class A_message {
        @Test
        void about_the_end_of_an_unknown_employment_waits() {
            assertThat(outcomeOf(ended(2, "2026-02-28"))).isEqualTo(Outcome.waits("employment-unknown"));
        }

        @Test
        void that_says_more_than_its_contract_counts_for_what_the_contract_describes() {
            hear(told(1, "2026-01-01", kari, ola));
            var end = ended(2, "2026-02-28");
            ((ObjectNode) end.data())
                    .put("substitutes", "Siri")
                    .putObject("person")
                    .put("personId", "Kari");

            assertThat(outcomeOf(end)).isEqualTo(Outcome.done());
        }

        @Test
        void from_another_organisation_is_refused() {
            hear(told(1, "2026-01-01", kari, ola));
            var theirs = told(2, "2026-02-01", kari, siri);

            assertThat(outcomeOf(new Message(
                            theirs.id(),
                            theirs.type(),
                            SORFJELL,
                            theirs.key(),
                            theirs.time(),
                            theirs.correlation(),
                            theirs.place(),
                            theirs.data(),
                            theirs.coordinates())))
                    .isEqualTo(Outcome.refused("/organisation", "employment-of-another-organisation"));
            assertThat(outcomeOf(absence(NORDFJELL))).isEqualTo(Outcome.done());
            assertThat(outcomeOf(absence(SORFJELL)))
                    .isEqualTo(Outcome.refused("/organisation", "employment-of-another-organisation"));
        }

        @Test
        void that_gives_the_employment_to_somebody_else_is_refused() {
            hear(told(1, "2026-01-01", kari, ola));

            assertThat(outcomeOf(told(2, "2026-02-01", siri, ola)))
                    .isEqualTo(Outcome.refused("/data/person/personId", "employment-of-another-person"));
        }

        @Test
        void under_the_id_of_another_is_refused_and_the_same_again_is_a_repeat() {
            var first = told(1, "2026-01-01", kari, ola);
            hear(first);
            hear(under(first.id(), inAnotherOrder(first)));

            var named = told(2, "2026-02-01", new Person(kari.id(), "Kari Ås"), siri);
            for (var other : List.of(named, told(2, "2026-02-01", siri, ola), ended(2, "2026-02-28"))) {
                assertThat(contents.hear(under(first.id(), other)))
                        .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            }
            assertThat(outcomeOf(under(first.id(), absence(NORDFJELL))))
                    .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            assertThat(directory.leaderOf(employment, on("2026-03-02"))).contains(ola.id());
            hear(named);
            assertThat(directory.leaderOf(employment, on("2026-03-02"))).contains(siri.id());
        }

        @Test
        void leaves_no_hash_of_a_name_behind_that_outlives_the_name() {
            var first = told(1, "2026-01-01", kari, ola);
            hear(first);

            assertThat(contents.look(under(first.id(), told(2, "2026-01-01", kari, siri))))
                    .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            texts.destroy(kari.id(), Optional.empty(), Purpose.IDENTITY);
            assertThat(contents.look(under(first.id(), told(2, "2026-01-01", kari, siri))))
                    .isEqualTo(Outcome.done());
            assertThat(jdbc.sql("select count(*) from hr_message_contents where message_id = :id and content is null")
                            .param("id", first.id())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        private Message inAnotherOrder(Message message) {
            var data = JsonMapper.shared().createObjectNode();
            var names = new ArrayList<>(message.data().propertyNames());
            Collections.reverse(names);
            names.forEach(name -> data.set(name, message.data().get(name)));
            return message(message.type().name(), employment, data);
        }

        private static Message under(UUID id, Message message) {
            return new Message(
                    id,
                    message.type(),
                    message.organisation(),
                    message.key(),
                    message.time(),
                    message.correlation(),
                    message.place(),
                    message.data(),
                    message.coordinates());
        }
    }

    private Optional<Actor.Relation.Kind> relation(Person person, String day) {
        return directory.relation(person.id(), employment, on(day)).map(Actor.Relation::kind);
    }

    private static Instant on(String day) {
        return LegalDay.begins(LocalDate.parse(day));
    }

    private static void hear(Message message) {
        assertThat(outcomeOf(message)).isEqualTo(Outcome.done());
    }

    /** As those who handle it are asked, one after another. */
    private static Outcome outcomeOf(Message message) {
        return Stream.<MessageHandler>of(owners, new OneContentForAnId(contents), news)
                .filter(handler -> handler.types().contains(message.type()))
                .map(handler -> handler.handle(message))
                .filter(outcome -> !outcome.equals(Outcome.done()))
                .findFirst()
                .orElseGet(Outcome::done);
    }

    private Message told(int revision, String validFrom, Person person, Person manager) {
        var data = JsonMapper.shared()
                .createObjectNode()
                .put("employmentId", employment.toString())
                .put("revision", revision)
                .put("validFrom", validFrom);
        data.putObject("person")
                .put("personId", person.id().toString())
                .put("name", person.name())
                .put("email", "åse+leder@øl.no; b@firma.no")
                .put("language", "nn")
                .putObject("signInId")
                .put("issuer", "https://login.example")
                .put("subject", "sub-" + person.id());
        data.putObject("unit").put("id", "verksted").put("name", "Verkstedet");
        data.putObject("lineManager").put("personId", manager.id().toString());
        return message("EmploymentChanged", employment, data);
    }

    private Message ended(int revision, String lastDay) {
        return message(
                "EmploymentEnded",
                employment,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("employmentId", employment.toString())
                        .put("revision", revision)
                        .put("lastDay", lastDay));
    }

    private Message absence(OrganisationNumber organisation) {
        var id = UUID.randomUUID();
        return new Message(
                id,
                MessageType.of("no.oppfolging.hr.AbsenceWithdrawn.v1"),
                organisation,
                employment.value(),
                Instant.parse("2026-01-01T00:00:00Z"),
                id,
                Optional.empty(),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("absenceId", UUID.randomUUID().toString())
                        .put("employmentId", employment.toString())
                        .put("revision", 2),
                new Coordinates("oppfolging.hr.v1", 0, 0));
    }

    private static Message about(EmploymentId employment, Message message) {
        var data = ((ObjectNode) message.data()).deepCopy().put("employmentId", employment.toString());
        return message(message.type().name(), employment, data);
    }

    private static Message message(String name, EmploymentId employment, ObjectNode data) {
        var id = DerivedId.of(employment.value(), name + data);
        return new Message(
                id,
                new MessageType("hr", name, 1),
                NORDFJELL,
                employment.value(),
                Instant.parse("2026-01-01T00:00:00Z"),
                id,
                Optional.empty(),
                data,
                new Coordinates("oppfolging.hr.v1", 0, 0));
    }
}

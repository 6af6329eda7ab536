package no.oppfolging.platform.directory;

import static no.oppfolging.platform.directory.HearingDirectory.hear;
import static no.oppfolging.platform.directory.HearingDirectory.outcomeOf;
import static no.oppfolging.platform.directory.ToldByHr.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.directory.ToldByHr.Person;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import no.oppfolging.platform.privacy.DataKeys;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which of HR's messages are taken into the directory, and which are refused or wait. */
class HrMessagesIT {
    private static final OrganisationNumber SORFJELL = new OrganisationNumber("312345609");

    private final Directory directory = HearingDirectory.DIRECTORY;
    private final MessageContents contents = HearingDirectory.CONTENTS;
    private final JdbcClient jdbc = HearingDirectory.JDBC;
    private final DataKeys texts = HearingDirectory.TEXTS;
    private final ToldByHr hr = new ToldByHr();
    private final EmploymentId employment = hr.employment;
    private final Person kari = new Person("Kari Nordmann");
    private final Person ola = new Person("Ola Bråthen");
    private final Person siri = new Person("Siri Moe");

    @Nested
    class A_message {
        @Test
        void about_the_end_of_an_unknown_employment_waits() {
            assertThat(outcomeOf(hr.ended(2, "2026-02-28"))).isEqualTo(Outcome.waits("employment-unknown"));
        }

        @Test
        void that_says_more_than_its_contract_counts_for_what_the_contract_describes() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            var end = hr.ended(2, "2026-02-28");
            ((ObjectNode) end.data())
                    .put("substitutes", "Siri")
                    .putObject("person")
                    .put("personId", "Kari");

            assertThat(outcomeOf(end)).isEqualTo(Outcome.done());
        }

        @Test
        void from_another_organisation_is_refused() {
            hear(hr.told(1, "2026-01-01", kari, ola));
            var theirs = hr.told(2, "2026-02-01", kari, siri);

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
            assertThat(outcomeOf(absence(ToldByHr.NORDFJELL))).isEqualTo(Outcome.done());
            assertThat(outcomeOf(absence(SORFJELL)))
                    .isEqualTo(Outcome.refused("/organisation", "employment-of-another-organisation"));
        }

        @Test
        void that_gives_the_employment_to_somebody_else_is_refused() {
            hear(hr.told(1, "2026-01-01", kari, ola));

            assertThat(outcomeOf(hr.told(2, "2026-02-01", siri, ola)))
                    .isEqualTo(Outcome.refused("/data/person/personId", "employment-of-another-person"));
        }

        @Test
        void under_the_id_of_another_is_refused_and_the_same_again_is_a_repeat() {
            var first = hr.told(1, "2026-01-01", kari, ola);
            hear(first);
            hear(under(first.id(), inAnotherOrder(first)));

            var named = hr.told(2, "2026-02-01", new Person(kari.id(), "Kari Ås"), siri);
            for (var other : List.of(named, hr.told(2, "2026-02-01", siri, ola), hr.ended(2, "2026-02-28"))) {
                assertThat(contents.hear(under(first.id(), other)))
                        .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            }
            assertThat(outcomeOf(under(first.id(), absence(ToldByHr.NORDFJELL))))
                    .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            assertThat(directory.leaderOf(employment, on("2026-03-02"))).contains(ola.id());
            hear(named);
            assertThat(directory.leaderOf(employment, on("2026-03-02"))).contains(siri.id());
        }

        @Test
        void leaves_no_hash_of_a_name_behind_that_outlives_the_name() {
            var first = hr.told(1, "2026-01-01", kari, ola);
            hear(first);

            assertThat(contents.look(under(first.id(), hr.told(2, "2026-01-01", kari, siri))))
                    .isEqualTo(Outcome.refused("/id", "message-id-reused"));
            texts.destroy(kari.id(), Optional.empty(), Purpose.IDENTITY);
            assertThat(contents.look(under(first.id(), hr.told(2, "2026-01-01", kari, siri))))
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

    private static Instant on(String day) {
        return LegalDay.begins(LocalDate.parse(day));
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
}

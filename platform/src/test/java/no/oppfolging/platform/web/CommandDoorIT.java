package no.oppfolging.platform.web;

import static no.oppfolging.platform.web.Doors.CASE;
import static no.oppfolging.platform.web.Doors.KARI;
import static no.oppfolging.platform.web.Doors.OLA;
import static no.oppfolging.platform.web.Doors.at;
import static no.oppfolging.platform.web.Doors.bearer;
import static no.oppfolging.platform.web.Doors.detail;
import static no.oppfolging.platform.web.Doors.note;
import static no.oppfolging.platform.web.Doors.problem;
import static no.oppfolging.platform.web.Doors.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.DerivedId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a command comes in over the API, and what is answered when it cannot. */
class CommandDoorIT {
    private final OpenShowroom showroom = OpenShowroom.visited();

    @Nested
    class A_command {
        @Test
        void carries_who_by_what_tie_which_version_and_an_id_of_the_senders_own() throws Exception {
            var answer = send(note("{\"text\":\"Ringte\"}").header("If-Match", "\"3\""));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
            var id = DerivedId.of(Showroom.OLA.value(), "key-1");
            var origin = showroom.context().getBean(Showroom.Contacts.class).taken(id);
            assertThat(origin.organisation()).isEqualTo(Showroom.OURS);
            assertThat(origin.expectedVersion()).contains(3L);
            assertThat(origin.correlation()).isEqualTo(id);
            assertThat(origin.actor()).isInstanceOfSatisfying(Actor.Person.class, person -> {
                assertThat(person.id()).isEqualTo(Showroom.OLA);
                assertThat(person.relation()).contains(new Actor.Relation(Actor.Relation.Kind.LINE_MANAGER, 17));
            });
        }

        @Test
        void needs_the_version_its_sender_has_seen() throws Exception {
            problem(send(note("{\"text\":\"Ringte\"}")), 428, "version-missing");
        }

        @Test
        void names_that_version_as_an_ETag() throws Exception {
            problem(send(note("{\"text\":\"Ringte\"}").header("If-Match", "3")), 400, "version-unreadable");
        }

        @Test
        void is_not_done_when_something_has_changed_since() throws Exception {
            var body = problem(send(note("{\"text\":\"Ringte\"}").header("If-Match", "\"2\"")), 412, "changed-since");
            assertThat(detail(body)).startsWith("Gå tilbake, last siden på nytt");
        }

        @Test
        void needs_a_key_by_which_it_is_known_when_it_comes_again() throws Exception {
            var request = HttpRequest.newBuilder(at(CASE + "/contacts"))
                    .header("Authorization", bearer(OLA))
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"3\"")
                    .POST(BodyPublishers.ofString("{\"text\":\"Ringte\"}"));
            problem(send(request), 400, "idempotency-key-missing");
        }

        @Test
        void that_a_rule_refuses_is_told_why() throws Exception {
            var body = problem(
                    send(note("{\"text\":\"refused\"}").header("If-Match", "\"3\"")), 409, "contact-noted-too-late");
            assertThat(detail(body)).isEqualTo("Kontakt må noteres innen 16. februar 2026.");
            assertThat(JsonPath.<String>read(body, "$.arguments.day")).isEqualTo("16. februar 2026");
        }

        @Test
        void whose_outcome_is_unknown_may_be_sent_again() throws Exception {
            var answer = send(note("{\"text\":\"lost\"}").header("If-Match", "\"3\""));
            problem(answer, 503, "outcome-unknown");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        }

        @Test
        void that_meets_a_defect_tells_nothing_about_it() throws Exception {
            var body = problem(send(note("{\"text\":\"broken\"}").header("If-Match", "\"3\"")), 500, "defect");
            assertThat(body).doesNotContain("a defect", "IllegalState");
        }

        @Test
        void is_not_allowed_to_who_knows_the_case_but_may_not() throws Exception {
            var kari =
                    note("{\"text\":\"Ringte\"}").header("If-Match", "\"3\"").setHeader("Authorization", bearer(KARI));
            problem(send(kari), 403, "not-allowed");
        }

        @Test
        void asks_nothing_of_who_may_not_give_it() throws Exception {
            for (var nothing : List.of(
                    note("{\"text\":\"Ringte\"}"), note("{\"text\":\"Ringte\"}").header("If-Match", "3"))) {
                problem(send(nothing.setHeader("Authorization", bearer(KARI))), 403, "not-allowed");
            }
        }
    }

    @Nested
    class A_form {
        @Test
        void that_was_written_on_and_is_sent_again_is_another_command() throws Exception {
            var browser = Doors.signedIn(OLA);
            var page = Doors.visit(browser, "/cases").body();
            var contacts = showroom.context().getBean(Showroom.Contacts.class);
            var before = contacts.ids().size();

            Doors.post(browser, page, "Ringte");
            Doors.post(browser, page, "Ringte");
            assertThat(contacts.ids()).hasSize(before + 1);
            Doors.post(browser, page, "Ringte, og sendte en hilsen");
            assertThat(contacts.ids()).hasSize(before + 2);
        }

        @Test
        void with_a_field_that_is_part_of_another_is_told_which_and_nothing_of_it_is_repeated() throws Exception {
            var browser = Doors.signedIn(OLA);
            var page = Doors.visit(browser, "/cases").body();

            var answer = Doors.post(browser, page, "Hemmelig", "&text%5B0%5D=x");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Hemmelig");
        }
    }

    @Nested
    class Bad_input {
        @Test
        void that_is_not_JSON_is_told_where() throws Exception {
            var body = problem(send(note("{\"text\": Ringte}")), 400, "not-readable");
            assertThat(JsonPath.<String>read(body, "$.errors[0].message"))
                    .isEqualTo("Ikke gyldig JSON ved linje 1, tegn 10.");
            assertThat(body).doesNotContain("Ringte");
        }

        @Test
        void of_the_wrong_form_is_told_which_field() throws Exception {
            var body = problem(
                    send(note("{\"text\":\"a\",\"with\":[{\"name\":\"b\"},{\"name\":{}}]}")), 400, "not-readable");
            assertThat(JsonPath.<String>read(body, "$.errors[0].pointer")).isEqualTo("/with/1/name");
        }

        @Test
        void of_another_type_is_not_read_as_what_it_resembles() throws Exception {
            problem(send(note("{\"text\":17}")), 400, "not-readable");
            problem(send(note("{\"text\":true}")), 400, "not-readable");
        }

        @Test
        void that_breaks_rules_is_told_all_of_them() throws Exception {
            var body = problem(send(note("{\"text\":\" \",\"with\":[{\"name\":\"\"}]}")), 400, "not-valid");
            assertThat(JsonPath.<List<String>>read(body, "$.errors[*].pointer"))
                    .containsExactlyInAnyOrder("/text", "/with/0/name");
            assertThat(JsonPath.<List<String>>read(body, "$.errors[*].message")).containsOnly("Må fylles ut.");
            assertThat(JsonPath.<List<String>>read(body, "$.errors[*].code")).containsOnly("not-blank");
        }

        @Test
        void that_is_too_long_is_told_how_long_it_may_be() throws Exception {
            var body = problem(send(note("{\"text\":\"" + "a".repeat(2001) + "\"}")), 400, "not-valid");
            assertThat(JsonPath.<String>read(body, "$.errors[0].message")).isEqualTo("Må ha mellom 0 og 2000 tegn.");
        }

        @Test
        void of_a_megabyte_is_too_large_whether_it_says_so_or_not() throws Exception {
            var text = "{\"text\":\"" + "a".repeat(1024 * 1024) + "\"}";
            problem(send(note(text)), 413, "too-large");
            var unannounced = BodyPublishers.fromPublisher(BodyPublishers.ofString(text));
            problem(send(note("").POST(unannounced)), 413, "too-large");
        }

        @Test
        void in_another_format_is_unsupported() throws Exception {
            problem(send(note("<text/>").setHeader("Content-Type", "application/xml")), 415, "unsupported-media-type");
        }

        @Test
        void by_another_method_is_not_allowed() throws Exception {
            var answer = send(note("").method("DELETE", BodyPublishers.noBody()));
            problem(answer, 405, "method-not-allowed");
            assertThat(answer.headers().firstValue("Allow")).contains("POST");
        }
    }
}

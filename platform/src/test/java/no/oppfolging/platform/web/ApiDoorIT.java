package no.oppfolging.platform.web;

import static no.oppfolging.platform.web.Doors.CASE;
import static no.oppfolging.platform.web.Doors.HANNE_FROM_HR;
import static no.oppfolging.platform.web.Doors.OLA;
import static no.oppfolging.platform.web.Doors.at;
import static no.oppfolging.platform.web.Doors.get;
import static no.oppfolging.platform.web.Doors.problem;
import static no.oppfolging.platform.web.Doors.send;
import static no.oppfolging.platform.web.Doors.signedIn;
import static no.oppfolging.platform.web.Doors.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who is let in to read over the API, and what they are shown. */
class ApiDoorIT {
    private final OpenShowroom showroom = OpenShowroom.visited();

    @Nested
    class Over_the_API {
        @Test
        void the_manager_reads_a_case_and_its_version() throws Exception {
            var answer = get(CASE, OLA);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
            assertThat(answer.body()).contains("\"caseId\":\"" + Showroom.KARIS_CASE + "\"", "contacts");
        }

        @Test
        void HR_sees_the_fields_the_table_gives_it() throws Exception {
            assertThat(get(CASE, HANNE_FROM_HR).body()).contains("deadline").doesNotContain("contacts");
        }

        @Test
        void a_stranger_does_not_learn_that_the_case_exists() throws Exception {
            var stranger = problem(get(CASE, Someone.named("hanne")), 404, "not-known");
            var nothing = problem(get("/api/cases/" + Showroom.OLA, OLA), 404, "not-known");
            assertThat(stranger.replaceAll("\"instance\":\"[^\"]*\"", ""))
                    .isEqualTo(nothing.replaceAll("\"instance\":\"[^\"]*\"", ""));
        }

        @Test
        void HR_of_another_organisation_does_not_either() throws Exception {
            problem(get("/api/cases/" + Showroom.FOREIGN_CASE, HANNE_FROM_HR), 404, "not-known");
        }

        @Test
        void an_operator_sees_no_content_and_not_even_that_there_is_any() throws Exception {
            var operator = new Someone("drift", List.of("OPERATOR"), List.of(Showroom.OURS.value()));
            problem(get(CASE, operator), 404, "not-known");
        }

        @Test
        void an_issuer_cannot_make_anybody_a_manager() throws Exception {
            var pretender = new Someone("hanne", List.of("MANAGER"), List.of(Showroom.OURS.value()));
            problem(get(CASE, pretender), 404, "not-known");
        }

        @Test
        void an_id_that_is_no_id_names_nothing() throws Exception {
            problem(get("/api/cases/17", OLA), 404, "not-known");
            problem(get("/api/nothing", OLA), 404, "not-known");
        }

        @Test
        void nobody_comes_in_without_a_token() throws Exception {
            var answer = send(HttpRequest.newBuilder(at(CASE)));
            problem(answer, 401, "sign-in-needed");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }

        @Test
        void a_token_for_another_audience_is_no_token() throws Exception {
            var answer = get(CASE, showroom.issuer().token(OLA, "plan-service"));
            problem(answer, 401, "sign-in-needed");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("aud");
        }

        @Test
        void an_expired_token_is_no_token() throws Exception {
            problem(get(CASE, showroom.issuer().expiredToken(OLA, "case-service")), 401, "sign-in-needed");
        }

        @Test
        void a_token_that_only_tells_who_signed_in_opens_nothing() throws Exception {
            problem(get(CASE, showroom.issuer().identityToken(OLA, "case-service")), 401, "sign-in-needed");
        }

        @Test
        void a_service_opens_while_its_issuer_is_away_and_says_so() throws Exception {
            var lonely = OpenShowroom.withoutIssuer();
            try (var _ = lonely.context()) {
                var token = lonely.issuer().token(OLA, "case-service");
                var answer = send(HttpRequest.newBuilder(URI.create(lonely.address() + CASE))
                        .header("Authorization", "Bearer " + token));
                problem(answer, 503, "unavailable");
                var open = send(HttpRequest.newBuilder(URI.create(lonely.address() + "/cases/open")));
                assertThat(open.body()).isEqualTo("open to all");
            }
        }

        @Test
        void a_program_sees_what_the_table_gives_programs() throws Exception {
            var ours = showroom.issuer().programToken("plan-service", "case-service", Showroom.OURS.value());
            var others = showroom.issuer().programToken("plan-service", "case-service", Showroom.ANOTHERS.value());
            assertThat(get(CASE, ours).body()).contains("deadline").doesNotContain("contacts");
            problem(get(CASE, others), 404, "not-known");
        }

        @Test
        void every_endpoint_stands_in_the_table_of_authority() {
            AuthorityRules.mustHold(
                    showroom.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                    showroom.context().getBean(Authority.class));
        }

        @Test
        void a_session_does_not_open_the_API() throws Exception {
            var browser = signedIn(OLA);
            var answer = browser.send(HttpRequest.newBuilder(at(CASE)).build(), BodyHandlers.ofString());
            problem(answer, 401, "sign-in-needed");
        }

        @Test
        void an_endpoint_that_did_not_ask_says_nothing() throws Exception {
            var browser = signedIn(OLA);
            var answer = visit(browser, "/cases/" + Showroom.KARIS_CASE + "/unasked");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("told without asking").contains("Noe gikk galt hos oss");
        }
    }
}

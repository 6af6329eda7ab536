package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.OutwardTokens;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DoorsIT {
    private static final String CASE = "/api/cases/" + Showroom.KARIS_CASE;
    private static final Someone KARI = Someone.named("kari");
    private static final Someone OLA = Someone.named("ola");
    private static final Someone HANNE_FROM_HR = new Someone("hanne", List.of("HR"), List.of(Showroom.OURS.value()));

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

    @Nested
    class Asking_another_service {
        @Test
        void shows_the_readers_own_token() throws Exception {
            var token = visit(signedIn(OLA), "/cases/open/relayed").body();
            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo("ola");
            assertThat(visit(browser(), "/cases/open/relayed").body()).isEqualTo("none");
        }

        @Test
        void shows_its_own_where_there_is_no_reader() throws Exception {
            var tokens = showroom.context().getBean(OutwardTokens.class);
            var claims = SignedJWT.parse(tokens.own("meeting-service")).getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("case-service");
            assertThat(claims.getAudience()).containsExactly("meeting-service");
            assertThat(tokens.own("meeting-service")).isEqualTo(tokens.own("meeting-service"));
        }
    }

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

    @Nested
    class A_browser {
        @Test
        void is_sent_to_sign_in_and_on_to_the_page_it_came_for() throws Exception {
            var browser = browser();
            showroom.issuer().nextIs(OLA);
            var page = visit(browser, "/cases?view=mine");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.uri()).hasToString(showroom.address() + "/cases?view=mine");
            assertThat(page.body()).contains("Ola Hansen", "Nærmeste leder", "Logg ut");
        }

        @Test
        void carries_a_cookie_of_this_service_alone_that_no_script_reads() throws Exception {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(at("/cases")).build(), BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("oppfolging-case-service=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
            assertThat(answer.headers().firstValue("Location")).contains("/cases/sign-in/issuer");
        }

        @Test
        void is_told_on_a_page_what_went_wrong_also_where_nobody_was_found_to_answer() throws Exception {
            var answer = visit(signedIn(OLA), "/cases/" + UUID.randomUUID() + "/contacts");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).contains("Ola Hansen");
        }

        @Test
        void is_given_a_strict_policy() throws Exception {
            var headers = visit(signedIn(OLA), "/cases").headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .contains("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                            + "frame-ancestors 'none'; form-action 'self' "
                            + showroom.issuer().uri());
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        }

        @Test
        void keeps_the_design_for_a_year_under_a_name_that_follows_from_its_content() throws Exception {
            var browser = signedIn(OLA);
            var page = visit(browser, "/cases").body();
            var stylesheet =
                    Pattern.compile("/design/oppfolging-[0-9a-f]{32}\\.css").matcher(page);
            assertThat(stylesheet.find()).isTrue();
            var style = visit(browser(), stylesheet.group());
            assertThat(style.statusCode()).isEqualTo(200);
            assertThat(style.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
            assertThat(style.body()).containsPattern("inter/inter-latin-400-normal-[0-9a-f]{32}\\.woff2");
            assertThat(page).containsPattern("/design/htmx\\.min-[0-9a-f]{32}\\.js");
        }

        @Test
        void sends_a_form_once_however_often_and_is_told_on_the_next_page() throws Exception {
            var browser = signedIn(OLA);
            var page = visit(browser, "/cases").body();
            var answer = post(browser, page, "Ringte Kari");
            assertThat(answer.uri()).hasToString(showroom.address() + "/cases");
            assertThat(answer.body()).contains("Kontakten er notert.");
            assertThat(visit(browser, "/cases").body()).doesNotContain("Kontakten er notert.");
        }

        @Test
        void is_refused_with_a_readable_page() throws Exception {
            var browser = signedIn(OLA);
            var page = visit(browser, "/cases").body();
            var answer = post(browser, page, "refused");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("Kontakt må noteres innen 16. februar 2026.", "Ola Hansen")
                    .doesNotContain("{day}");
        }

        @Test
        void cannot_send_a_form_that_is_not_ours() throws Exception {
            var browser = signedIn(OLA);
            var answer =
                    post(browser, visit(browser, "/cases").body().replaceAll("name=\"_csrf\"", "name=\"no\""), "x");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Skjemaet er for gammelt").containsPattern("oppfolging-[0-9a-f]{32}");
        }

        @Test
        void finds_a_readable_page_where_there_is_nothing() throws Exception {
            var answer = visit(signedIn(OLA), "/cases/nothing/here");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Vi finner ikke siden", "lang=\"nb\"");
        }

        @Test
        void reads_what_a_problem_means() throws Exception {
            assertThat(visit(browser(), "/problems/version-missing").body()).contains("If-Match");
            assertThat(visit(browser(), "/problems/contact-noted-too-late").body())
                    .contains("Kontakt må noteres innen ….");
            assertThat(visit(browser(), "/problems/no-such-thing").statusCode()).isEqualTo(404);
        }

        @Test
        void is_signed_out_everywhere_at_once() throws Exception {
            var browser = signedIn(OLA);
            var page = visit(browser, "/cases").body();
            var request = HttpRequest.newBuilder(at("/cases/sign-out"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", "oppfolging-plan-service=someone")
                    .POST(BodyPublishers.ofString("_csrf=" + hidden(page, "_csrf")));
            var answer = HttpClient.newBuilder()
                    .cookieHandler(browser.cookieHandler().orElseThrow())
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith(showroom.issuer().uri() + "/connect/logout?post_logout_redirect_uri=")
                    .contains("&id_token_hint=ey");
            assertThat(String.join("\n", answer.headers().allValues("Set-Cookie")))
                    .contains("oppfolging-case-service=;", "Max-Age=0");
        }

        @Test
        void that_asks_for_a_part_of_a_page_without_a_session_loads_the_whole_page() throws Exception {
            var answer = send(HttpRequest.newBuilder(at("/cases")).header("HX-Request", "true"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
        }
    }

    private HttpRequest.Builder note(String json) {
        return HttpRequest.newBuilder(at(CASE + "/contacts"))
                .header("Authorization", bearer(OLA))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(json));
    }

    private HttpResponse<String> post(HttpClient browser, String page, String text) throws Exception {
        var form = "_csrf=" + hidden(page, "_csrf") + "&commandId=" + hidden(page, "commandId") + "&version="
                + hidden(page, "version") + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(at("/cases/" + Showroom.KARIS_CASE + "/contacts"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String hidden(String page, String name) {
        var input = Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page);
        return input.find() ? input.group(1) : "";
    }

    private HttpResponse<String> get(String path, Someone someone) throws Exception {
        return get(path, showroom.issuer().token(someone, "case-service"));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    private String bearer(Someone someone) {
        return "Bearer " + showroom.issuer().token(someone, "case-service");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpClient signedIn(Someone someone) throws Exception {
        var browser = browser();
        showroom.issuer().nextIs(someone);
        visit(browser, "/cases");
        return browser;
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private HttpResponse<String> visit(HttpClient browser, String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).header("Accept", "text/html");
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(showroom.address() + path);
    }

    /** Asserts problem details of that status and name; hands back the body. */
    private static String problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var body = answer.body();
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("/problems/" + slug);
        assertThat(JsonPath.<Integer>read(body, "$.status")).isEqualTo(status);
        assertThat(detail(body)).isNotBlank();
        return body;
    }

    private static String detail(String body) {
        return JsonPath.read(body, "$.detail");
    }
}

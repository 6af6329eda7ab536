package no.oppfolging.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.oppfolging.platform.web.Doors.OLA;
import static no.oppfolging.platform.web.Doors.at;
import static no.oppfolging.platform.web.Doors.browser;
import static no.oppfolging.platform.web.Doors.hidden;
import static no.oppfolging.platform.web.Doors.post;
import static no.oppfolging.platform.web.Doors.send;
import static no.oppfolging.platform.web.Doors.signedIn;
import static no.oppfolging.platform.web.Doors.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a browser is let in, what it is sent, and how it is let out. */
class BrowserDoorIT {
    private final OpenShowroom showroom = OpenShowroom.visited();

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
        void is_let_in_also_after_its_issuer_took_another_kind_of_key() throws Exception {
            assertThat(visit(signedIn(OLA), "/cases").body()).contains("Ola Hansen");
            showroom.issuer().changesToRsa();
            assertThat(visit(signedIn(OLA), "/cases").body()).contains("Ola Hansen");
        }

        @Test
        void keeps_what_it_wanted_itself_until_it_has_signed_in() throws Exception {
            var answer = send(HttpRequest.newBuilder(at("/cases?view=mine")));
            assertThat(answer.headers().firstValue("Location")).contains("/cases/sign-in/issuer");
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains(Base64.getEncoder().encodeToString("/cases?view=mine".getBytes(UTF_8)))
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
        }

        @Test
        void carries_a_cookie_of_this_service_alone_that_no_script_reads() throws Exception {
            var answer = send(HttpRequest.newBuilder(at("/cases/sign-in/issuer")));
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("oppfolging-case-service=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/");
        }

        @Test
        void is_told_on_a_page_what_went_wrong_also_where_nobody_was_found_to_answer() throws Exception {
            var answer = visit(signedIn(OLA), "/cases/" + UUID.randomUUID() + "/nothing");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Ola Hansen");
        }

        @Test
        void is_led_from_the_address_of_a_form_to_the_page_above_it() throws Exception {
            var answer = visit(signedIn(OLA), "/cases/" + UUID.randomUUID() + "/contacts");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.uri().getPath()).isEqualTo("/cases");
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
}

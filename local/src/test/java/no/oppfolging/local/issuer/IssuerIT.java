package no.oppfolging.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.Visitor;
import no.oppfolging.local.company.People;
import no.oppfolging.local.frontdoor.FrontDoor;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.ServiceName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Browser.ONE)
class IssuerIT {
    private static final String VERIFIER = "a-verifier-that-is-at-least-forty-three-characters-long";
    private static final String SECRET = "a secret of this test";

    private final URI home = URI.create("http://localhost:" + FreePort.find());
    private final URI back = home.resolve("/cases/signed-in");
    private final HttpClient client = HttpClient.newHttpClient();
    private Issuer issuer;
    private FrontDoor door;

    @BeforeAll
    void start(@TempDir Path folder) {
        var secrets =
                Arrays.stream(ServiceName.values()).collect(Collectors.toMap(service -> service, service -> SECRET));
        var settings = new IssuerSettings(home, FreePort.find(), secrets, folder);
        var nobody = FreePort.find();
        var services =
                Arrays.stream(ServiceName.values()).collect(Collectors.toMap(service -> service, service -> nobody));
        issuer = new Issuer(settings, Clock.systemUTC(), folder.resolve("web"));
        door = new FrontDoor(
                home.getPort(), services, settings.port(), Map.of("/mail", HttpExchange::close), new HtmlPages());
    }

    @AfterAll
    void stop() {
        door.close();
        issuer.close();
        client.close();
    }

    @Test
    void has_one_name_for_browsers_and_services() throws Exception {
        var metadata = json(get("/issuer/.well-known/openid-configuration"));
        assertThat(metadata)
                .containsEntry("issuer", home + "/issuer")
                .containsEntry("authorization_endpoint", home + "/issuer/oauth2/authorize")
                .containsEntry("token_endpoint", home + "/issuer/oauth2/token")
                .containsEntry("jwks_uri", home + "/issuer/oauth2/jwks")
                .containsEntry("id_token_signing_alg_values_supported", List.of("ES256"));
    }

    @Test
    void shows_everyone_those_worth_meeting_first() {
        try (var visitor = new Visitor()) {
            var page = visitor.open(home.resolve("/issuer/sign-in")).text();
            assertThat(page)
                    .contains(
                            "<html lang=\"nb\">",
                            "<h1>Hvem vil du være?</h1>",
                            ">Verdt å møte først</h2>",
                            ">Andre ledere</h2>");
            assertThat(page).doesNotContain("??");
            for (var person : new People().all()) {
                assertThat(page).contains(person.name()).contains("value=\"" + person.subject() + "\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("no.oppfolging.platform.testing.Browser#looks")
    void lets_everyone_pick_however_they_see_and_by_keyboard_alone(Look look) {
        try (var browser = Browser.open(look)) {
            browser.page().navigate(home.resolve("/issuer/sign-in").toString());
            browser.mustBeAccessible();
            browser.mustNotScrollSideways();
            browser.page().keyboard().press("Tab");
            assertThat(browser.page().evaluate("document.activeElement.value")).isEqualTo("kari");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void signs_in_whom_one_picks_and_says_how_and_when() throws Exception {
        try (var visitor = new Visitor()) {
            var tokens = signIn(visitor, "hanne");
            var id = claims(tokens.get("id_token"));
            assertThat(id.getIssuer()).isEqualTo(home + "/issuer");
            assertThat(id.getSubject()).isEqualTo("hanne");
            assertThat(id.getAudience()).containsExactly("case-service");
            assertThat(id.getClaims())
                    .doesNotContainKey("name")
                    .containsEntry("acr", "demo")
                    .containsKeys("amr", "auth_time");

            var access = claims(tokens.get("access_token"));
            assertThat(access.getAudience())
                    .containsExactly("case-service", "meeting-service", "plan-service", "notification-service");
            assertThat(access.getStringListClaim("roles")).containsExactly("HR");
            assertThat(access.getClaims()).doesNotContainKey("name").containsKeys("acr", "amr", "auth_time");
            assertThat(tokens).containsKey("refresh_token");

            var renewed = claims(json(token(
                            "case-service",
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    String.valueOf(tokens.get("refresh_token")))))
                    .get("id_token"));
            assertThat(renewed.getClaims())
                    .as("who stays longer than a token lasts")
                    .containsEntry("auth_time", id.getClaim("auth_time"));
        }
    }

    @Test
    void asks_anew_who_one_is_after_signing_out() throws Exception {
        try (var visitor = new Visitor()) {
            var tokens = signIn(visitor, "kari");
            assertThat(visitor.open(authorize("meeting-service", back), back.toString())
                            .text())
                    .as("signed in already")
                    .isEmpty();
            var frontPage = home.resolve("/").toString();
            var hints = form(Map.of(
                    "post_logout_redirect_uri", frontPage, "id_token_hint", String.valueOf(tokens.get("id_token"))));
            assertThat(visitor.open(home.resolve("/issuer/connect/logout?" + hints), frontPage)
                            .uri())
                    .hasToString(frontPage);
            assertThat(visitor.open(authorize("case-service", back), back.toString())
                            .text())
                    .contains("Hvem vil du være?");
        }
    }

    @Test
    void sends_those_to_the_front_page_who_sign_out_of_what_it_does_not_remember() {
        try (var visitor = new Visitor()) {
            var frontPage = home.resolve("/").toString();
            assertThat(visitor.open(home.resolve("/issuer/connect/logout?id_token_hint=forgotten"), frontPage)
                            .uri())
                    .hasToString(frontPage);
        }
    }

    @Test
    void signs_with_the_same_key_after_a_restart(@TempDir Path kept) {
        assertThat(SigningKey.in(kept).getKeys()).isEqualTo(SigningKey.in(kept).getKeys());
    }

    @Test
    void keeps_the_key_of_RSA_that_an_older_folder_holds(@TempDir Path kept) throws Exception {
        var old = new RSAKeyGenerator(2048).keyID("old").generate();
        Files.writeString(kept.resolve("signing-key.json"), new JWKSet(old).toString(false));
        assertThat(SigningKey.in(kept).getKeys()).hasSize(2).contains(old);
    }

    @Test
    void asks_again_when_nobody_is_called_that() {
        try (var visitor = new Visitor()) {
            var picker = visitor.open(home.resolve("/issuer/sign-in"));
            assertThat(visitor.submit(picker, "/issuer/sign-in", Map.of("person", "nobody"), "nowhere")
                            .text())
                    .contains("Denne personen finnes ikke. Velg en fra listen.");
        }
    }

    @Test
    void sends_nobody_to_a_stranger() throws Exception {
        try (var visitor = new Visitor()) {
            var stranger = URI.create("http://evil.example/cases/signed-in");
            var page = visitor.open(authorize("case-service", stranger), stranger.toString());
            assertThat(page.status()).isEqualTo(400);
        }
    }

    @Test
    void gives_a_service_a_token_for_the_one_it_would_call() throws Exception {
        var asked = token("case-service", Map.of("grant_type", "client_credentials", "audience", "meeting-service"));
        assertThat(claims(json(asked).get("access_token")).getAudience()).containsExactly("meeting-service");
        var silent = token("case-service", Map.of("grant_type", "client_credentials"));
        var claims = claims(json(silent).get("access_token"));
        assertThat(claims.getAudience()).containsExactly("case-service");
        assertThat(claims.getSubject()).isEqualTo("case-service");
        assertThat(claims.getClaims())
                .containsEntry("client_id", "case-service")
                .doesNotContainKey("roles");
    }

    @Test
    void gives_hrs_system_a_token_that_names_whom_it_speaks_for() throws Exception {
        var asked =
                token("hr-system", "hr-system", Map.of("grant_type", "client_credentials", "audience", "case-service"));
        var claims = claims(json(asked).get("access_token"));
        assertThat(claims.getAudience()).containsExactly("case-service");
        assertThat(claims.getSubject()).isEqualTo("hr-system");
        assertThat(claims.getStringListClaim("organisations")).hasSize(2);
    }

    @Test
    void hands_out_a_token_for_those_who_try_the_API() throws Exception {
        var answer = post("/issuer/demo-token?person=ola&audience=plan-service", "");
        var claims = claims(json(answer).get("access_token"));
        assertThat(claims.getSubject()).isEqualTo("ola");
        assertThat(claims.getAudience()).containsExactly("plan-service");
        assertThat(post("/issuer/demo-token?person=nobody&audience=plan-service", "")
                        .statusCode())
                .isEqualTo(404);
    }

    private Map<String, Object> signIn(Visitor visitor, String person) throws Exception {
        var picker = visitor.open(authorize("case-service", back), back.toString());
        var arrived = visitor.submit(picker, "/issuer/sign-in", Map.of("person", person), back.toString());
        return json(token(
                "case-service",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        arrived.uri().getQuery().replaceAll(".*code=([^&]+).*", "$1"),
                        "redirect_uri",
                        back.toString(),
                        "code_verifier",
                        VERIFIER)));
    }

    private URI authorize(String clientId, URI redirect) throws Exception {
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return home.resolve("/issuer/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", clientId,
                        "scope", "openid profile",
                        "state", "a-state",
                        "redirect_uri", redirect.toString(),
                        "code_challenge", challenge,
                        "code_challenge_method", "S256")));
    }

    private HttpResponse<String> token(String clientId, Map<String, String> fields) throws Exception {
        return token(clientId, SECRET, fields);
    }

    private HttpResponse<String> token(String clientId, String secret, Map<String, String> fields) throws Exception {
        var credentials = form(Map.of("x", clientId)).substring(2) + ":"
                + form(Map.of("x", secret)).substring(2);
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(home.resolve("/issuer/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Object> json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.builder().build().readValue(answer.body(), new TypeReference<>() {});
    }

    private static JWTClaimsSet claims(@Nullable Object token) throws Exception {
        return SignedJWT.parse(String.valueOf(token)).getJWTClaimsSet();
    }
}

package no.oppfolging.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small OpenID Connect issuer: whoever is named next is the one who signs in. */
public final class TestIssuer implements AutoCloseable {
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(10);
    private static final Duration TOKENS_ARE_SHOWN_AGAIN = Duration.ofMinutes(2);

    /** The last one signs. */
    private final List<SigningKey> keys = new CopyOnWriteArrayList<>(List.of(SigningKey.es256()));

    private final HttpServer server;
    private final Map<String, SignIn> codes = new ConcurrentHashMap<>();
    private final Map<Asked, Given> given = new ConcurrentHashMap<>();
    private final AtomicInteger codesGiven = new AtomicInteger();
    private volatile Someone next = Someone.named("nobody");

    /** Who signs in, with the claims the issuer makes about them. */
    public record Someone(String subject, List<String> roles, List<String> organisations) {
        public static Someone named(String subject) {
            return new Someone(subject, List.of(), List.of());
        }
    }

    /** What a token was asked for. */
    private record Asked(Someone someone, String audience) {}

    private record Given(String token, Instant at) {
        boolean isOld() {
            return at.plus(TOKENS_ARE_SHOWN_AGAIN).isBefore(now());
        }
    }

    private record SignIn(Someone someone, String client, String nonce, String challenge) {}

    /** A key by its public half, and what signs with the other. */
    private record SigningKey(JWK shown, JWSAlgorithm algorithm, JWSSigner signer) {
        static SigningKey rs256() {
            try {
                var key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
                return new SigningKey(key.toPublicJWK(), JWSAlgorithm.RS256, new RSASSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        static SigningKey es256() {
            try {
                var key = new ECKeyGenerator(Curve.P_256)
                        .keyIDFromThumbprint(true)
                        .generate();
                return new SigningKey(key.toPublicJWK(), JWSAlgorithm.ES256, new ECDSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    public static TestIssuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(server);
            server.createContext("/oauth2/jwks", issuer::keys);
            server.createContext("/oauth2/authorize", issuer::authorize);
            server.createContext("/oauth2/token", issuer::token);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a service is configured with to let people sign in here. */
    public Map<String, String> properties() {
        return Map.of(
                "oppfolging.issuer.url",
                uri(),
                "oppfolging.issuer.end-session",
                uri() + "/connect/logout",
                "oppfolging.issuer.client-secret",
                "not much of a secret");
    }

    /** From now on it signs with RSA, as most issuers do; what it signed before stays good. */
    public void changesToRsa() {
        keys.add(SigningKey.rs256());
    }

    /** The next browser that comes here is this person's. */
    public void nextIs(Someone someone) {
        next = someone;
    }

    /** A bearer token of a person for one service; shown again for a while, as people do: a signature is dear. */
    public String token(Someone someone, String audience) {
        return given.compute(
                        new Asked(someone, audience),
                        (_, before) -> before == null || before.isOld()
                                ? new Given(signed(claims(someone, audience)), now())
                                : before)
                .token();
    }

    /** A bearer token of a program for one service. */
    public String programToken(String client, String audience, String... organisations) {
        var claims = new HashMap<>(claims(new Someone(client, List.of(), List.of(organisations)), audience));
        claims.put("client_id", client);
        return signed(claims);
    }

    /** What tells a service's pages who signed in; not meant to open anything. */
    public String identityToken(Someone someone, String client) {
        var claims = new HashMap<>(claims(someone, client));
        claims.put("nonce", "once");
        return signed(claims);
    }

    /** A token whose time is over. */
    public String expiredToken(Someone someone, String audience) {
        var claims = new HashMap<>(claims(someone, audience));
        claims.put("iat", Date.from(now().minus(TOKENS_LIVE.multipliedBy(2))));
        claims.put("exp", Date.from(now().minus(TOKENS_LIVE)));
        return signed(claims);
    }

    private Map<String, Object> claims(Someone someone, String audience) {
        return Map.of(
                "iss", uri(),
                "sub", someone.subject(),
                "aud", audience,
                "iat", Date.from(now()),
                "exp", Date.from(now().plus(TOKENS_LIVE)),
                "roles", someone.roles(),
                "organisations", someone.organisations());
    }

    /** Tokens live by the real clock. */
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private String signed(Map<String, Object> claims) {
        var key = keys.getLast();
        try {
            var header = new JWSHeader.Builder(key.algorithm())
                    .keyID(key.shown().getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var set = new JWTClaimsSet.Builder();
            claims.forEach(set::claim);
            var jwt = new SignedJWT(header, set.build());
            jwt.sign(key.signer());
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JWKSet(keys.stream().map(SigningKey::shown).toList()).toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        var code = "code-" + codesGiven.incrementAndGet();
        codes.put(
                code,
                new SignIn(
                        next,
                        asked.getOrDefault("client_id", ""),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", "")));
        var state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Location", asked.getOrDefault("redirect_uri", "") + "?code=" + code + "&state=" + state);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (asked.getOrDefault("grant_type", "").equals("client_credentials")) {
            var basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
            var client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
            grant(exchange, programToken(client, asked.getOrDefault("audience", "")), "none");
            return;
        }
        var signIn = codes.remove(asked.getOrDefault("code", ""));
        if (signIn == null
                || !challenge(asked.getOrDefault("code_verifier", "")).equals(signIn.challenge())) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var claims = new HashMap<>(claims(signIn.someone(), signIn.client()));
        claims.put("nonce", signIn.nonce());
        grant(exchange, token(signIn.someone(), "case-service"), signed(claims));
    }

    private static void grant(HttpExchange exchange, String access, String identity) throws IOException {
        answer(exchange, 200, """
                {"access_token":"%s","id_token":"%s","token_type":"Bearer","expires_in":600,"scope":"openid"}""".formatted(access, identity));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

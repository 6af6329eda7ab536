package no.oppfolging.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The tokens this service shows when it asks another: its reader's, or its own. */
public final class OutwardTokens {
    private static final Duration BEFORE_IT_ENDS = Duration.ofSeconds(30);
    private static final Clock REAL = Clock.systemUTC();

    private final OAuth2AuthorizedClientManager readers;
    private final Issuer issuer;
    private final ThisService service;
    private final RestClient http;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    OutwardTokens(OAuth2AuthorizedClientManager readers, Issuer issuer, ThisService service, RestClient http) {
        this.readers = readers;
        this.issuer = issuer;
        this.service = service;
        this.http = http;
    }

    private record Kept(String token, Instant until) {}

    private record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long seconds) {}

    /** The token of whoever is behind the current request, made new when its time is over; empty when it cannot be. */
    public Optional<String> ofReader() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case JwtAuthenticationToken bearer -> Optional.of(bearer.getToken().getTokenValue());
            case OAuth2AuthenticationToken session -> ofSession(session);
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> ofSession(OAuth2AuthenticationToken session) {
        try {
            var client = readers.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(session.getAuthorizedClientRegistrationId())
                            .principal(session)
                            .build());
            return Optional.ofNullable(client).map(it -> it.getAccessToken().getTokenValue());
        } catch (OAuth2AuthorizationException e) {
            return Optional.empty();
        }
    }

    /** This service's own token, by which it asks another for what no reader is behind. */
    public String own(String audience) {
        var now = REAL.instant();
        return kept.compute(
                        audience,
                        (_, known) -> known != null && known.until().isAfter(now) ? known : ask(audience, now))
                .token();
    }

    private Kept ask(String audience, Instant now) {
        var secret = issuer.clientSecret()
                .orElseThrow(
                        () -> new IllegalStateException("oppfolging.issuer.client-secret is needed to ask others"));
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("audience", audience);
        var granted = http.post()
                .uri(issuer.token())
                .headers(headers -> headers.setBasicAuth(issuer.clientId(service), secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Granted.class);
        if (granted == null) {
            throw new IllegalStateException("The issuer gave no token");
        }
        return new Kept(granted.token(), now.plusSeconds(granted.seconds()).minus(BEFORE_IT_ENDS));
    }
}

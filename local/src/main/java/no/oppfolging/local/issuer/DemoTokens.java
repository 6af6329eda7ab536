package no.oppfolging.local.issuer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.local.company.People;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out a token for a person without a browser, for those who try the API with curl. */
@RestController
class DemoTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final People people;
    private final JwtEncoder encoder;
    private final IssuerSettings settings;
    private final Clock clock;

    DemoTokens(People people, JwtEncoder encoder, IssuerSettings settings, Clock clock) {
        this.people = people;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param audience the services it is good at; all of them when none is named */
    @PostMapping("/demo-token")
    Map<String, Object> token(@RequestParam String person, @RequestParam Optional<List<String>> audience) {
        var somebody = people.bySubject(person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such person."));
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .subject(somebody.subject())
                .audience(audience.orElseGet(Claims::everyService))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFETIME));
        Claims.of(somebody, now).forEach(claims::claim);
        return Map.of(
                "access_token",
                encoder.encode(JwtEncoderParameters.from(
                                JwsHeader.with(SigningKey.ALGORITHM).build(), claims.build()))
                        .getTokenValue(),
                "token_type",
                "Bearer",
                "expires_in",
                LIFETIME.toSeconds());
    }
}

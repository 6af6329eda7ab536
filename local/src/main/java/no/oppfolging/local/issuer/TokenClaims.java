package no.oppfolging.local.issuer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.oppfolging.local.company.People;
import no.oppfolging.local.company.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Completes a token: for whom it is, how its bearer signed in, and which offices they hold. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final People people;
    private final Clock clock;

    TokenClaims(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SigningKey.ALGORITHM);
        var claims = context.getClaims();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            claims.audience(askedFor(context));
            Claims.ofProgram(context.getRegisteredClient().getClientId()).forEach(claims::claim);
        } else {
            var principal = Objects.requireNonNull(context.<Authentication>getPrincipal());
            people.bySubject(principal.getName())
                    .ifPresent(person -> complete(claims, person, signedInAt(principal), context));
        }
    }

    private void complete(JwtClaimsSet.Builder claims, Person person, Instant signedInAt, JwtEncodingContext context) {
        Claims.of(person, signedInAt).forEach(claims::claim);
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            claims.audience(Claims.everyService());
        }
    }

    private Instant signedInAt(Authentication principal) {
        return principal.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .map(FactorGrantedAuthority::getIssuedAt)
                .findFirst()
                .orElseGet(clock::instant);
    }

    /** A service that calls another says whom ({@code audience=meeting-service}); without it, only itself. */
    private static List<String> askedFor(JwtEncodingContext context) {
        var grant = context.<OAuth2ClientCredentialsAuthenticationToken>getAuthorizationGrant();
        var audience = Objects.requireNonNull(grant).getAdditionalParameters().get("audience");
        return audience instanceof String asked && Claims.audiences().contains(asked)
                ? List.of(asked)
                : List.of(context.getRegisteredClient().getClientId());
    }
}

package no.oppfolging.platform.security;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Tells who is behind the current request, from the token or session and the directory. */
public final class Callers {
    private static final UUID OUTSIDERS = UUID.fromString("0d6e5f3a-8f2b-5c0e-9d51-61f0a3a0c7b4");
    private static final Locale BOKMAL = Locale.of("nb");

    private final People people;
    private final Issuer issuer;

    public Callers(People people, Issuer issuer) {
        this.people = people;
        this.issuer = issuer;
    }

    /** Empty when nobody has signed in. */
    public Optional<Caller> current() {
        return claims(SecurityContextHolder.getContext().getAuthentication()).map(this::caller);
    }

    private static Optional<ClaimAccessor> claims(@Nullable Authentication authentication) {
        return switch (authentication) {
            case OAuth2AuthenticationToken token
            when token.getPrincipal() instanceof OidcUser user -> Optional.of(user);
            case JwtAuthenticationToken token -> Optional.of(token.getToken());
            case null, default -> Optional.empty();
        };
    }

    private Caller caller(ClaimAccessor claims) {
        var subject = required(claims, "sub");
        var organisations = organisations(claims);
        if (subject.equals(claims.getClaimAsString("client_id"))) {
            return new Caller.Program(subject, organisations);
        }
        var signInIssuer = required(claims, "iss");
        var roles = offices(claims);
        var signIn = signIn(signInIssuer, claims);
        return people.bySignIn(signInIssuer, subject)
                .map(known -> inDirectory(known, roles, organisations, signIn))
                .orElseGet(() -> new Caller.Person(
                        new PersonId(DerivedId.of(OUTSIDERS, signInIssuer + " " + subject)),
                        Optional.empty(),
                        BOKMAL,
                        roles,
                        organisations,
                        signIn));
    }

    private static Caller.Person inDirectory(
            SignedIn known, Set<Role> offices, Set<OrganisationNumber> officesHoldIn, Caller.SignIn signIn) {
        var roles = new HashSet<>(offices);
        roles.addAll(known.roles());
        var organisations = officesHoldIn.isEmpty() ? known.organisations() : officesHoldIn;
        return new Caller.Person(
                known.person(), Optional.of(known.name()), known.language(), roles, organisations, signIn);
    }

    private static Caller.SignIn signIn(String issuer, ClaimAccessor claims) {
        return new Caller.SignIn(
                issuer,
                Optional.ofNullable(claims.getClaimAsString("acr")),
                list(claims, "amr"),
                Optional.ofNullable(claims.hasClaim("auth_time") ? claims.getClaimAsInstant("auth_time") : null));
    }

    /** Only offices: an issuer cannot make anybody somebody's manager. */
    private Set<Role> offices(ClaimAccessor claims) {
        var offices = EnumSet.noneOf(Role.class);
        for (var name : list(claims, issuer.rolesClaim())) {
            Authority.OFFICES.stream()
                    .filter(office -> office.name().equals(name))
                    .forEach(offices::add);
        }
        return offices;
    }

    private Set<OrganisationNumber> organisations(ClaimAccessor claims) {
        var organisations = new HashSet<OrganisationNumber>();
        for (var number : list(claims, issuer.organisationsClaim())) {
            if (OrganisationNumber.isValid(number)) {
                organisations.add(new OrganisationNumber(number));
            }
        }
        return organisations;
    }

    private static List<String> list(ClaimAccessor claims, String name) {
        var list = claims.hasClaim(name) ? claims.getClaimAsStringList(name) : null;
        return list == null ? List.of() : list;
    }

    private static String required(ClaimAccessor claims, String name) {
        var value = claims.getClaimAsString(name);
        if (value == null) {
            throw new IllegalStateException("A token without " + name + " was let in");
        }
        return value;
    }
}

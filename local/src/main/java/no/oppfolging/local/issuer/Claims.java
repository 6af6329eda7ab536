package no.oppfolging.local.issuer;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.oppfolging.local.company.Company;
import no.oppfolging.local.company.Person;
import no.oppfolging.platform.testing.ServiceName;

/** What a token says besides who issued it for whom and when. */
final class Claims {
    /** How a person signed in here: picked from a list. Nobody should take it for proof of identity. */
    private static final String ACR = "demo";

    private static final List<String> AMR = List.of("picked");

    private Claims() {}

    static Map<String, Object> of(Person person, Instant signedInAt) {
        var claims = new TreeMap<String, Object>();
        claims.put("acr", ACR);
        claims.put("amr", AMR);
        // A date, since whoever renews the tokens takes it for one.
        claims.put("auth_time", Date.from(signedInAt));
        claims.put("roles", person.offices().stream().map(Enum::name).sorted().toList());
        claims.put("organisations", names(person.organisations().stream()));
        return claims;
    }

    /** A program says that it is one by naming itself twice, as subject and as client (RFC 9068). */
    static Map<String, Object> ofProgram(String client) {
        return Map.of("client_id", client, "organisations", names(Stream.of(Company.FACTORY, Company.SHOP)));
    }

    /** A token from sign-in is good at every service, so that one may pass it on to another. */
    static List<String> everyService() {
        return Stream.of(ServiceName.values()).map(ServiceName::group).toList();
    }

    static Set<String> audiences() {
        return Set.copyOf(everyService());
    }

    private static List<String> names(Stream<?> values) {
        return values.map(Object::toString).sorted().toList();
    }
}

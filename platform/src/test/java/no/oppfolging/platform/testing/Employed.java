package no.oppfolging.platform.testing;

import java.util.Locale;
import java.util.UUID;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/** A made-up employee who signs in under a name; each test has people of its own. */
public record Employed(UUID person, UUID employment, String signIn, String name) {
    public static Employed named(String name, String signIn) {
        return new Employed(UUID.randomUUID(), UUID.randomUUID(), signIn, name);
    }

    /**
     * Somebody with a name of their own; with so little of the id that no eleven digits in it look like a birth number.
     */
    public static Employed alone(String givenName, UUID id) {
        return named(givenName + " " + id.toString().substring(28), givenName.toLowerCase(Locale.ROOT) + "-" + id);
    }

    /** The same person, where they sign in. */
    public Someone someone() {
        return Someone.named(signIn);
    }
}

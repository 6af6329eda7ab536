package no.oppfolging.platform.testing;

import java.util.UUID;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/** A made-up employee who signs in under a name; each test has people of its own. */
public record Employed(UUID person, UUID employment, String signIn, String name) {
    public static Employed named(String name, String signIn) {
        return new Employed(UUID.randomUUID(), UUID.randomUUID(), signIn, name);
    }

    /** The same person, where they sign in. */
    public Someone someone() {
        return Someone.named(signIn);
    }
}

package no.oppfolging.platform.security;

import java.util.Set;
import no.oppfolging.platform.kernel.Actor;

/**
 * What a caller may see of something, and as whom.
 *
 * @param actor who reads, in which role and by what tie; what a kept read names
 */
public record Sight(Actor actor, Set<String> fields) {
    /** Every field there is, and every one to come. */
    public static final String EVERYTHING = "*";

    public Sight {
        fields = Set.copyOf(fields);
    }

    public boolean sees(String field) {
        return fields.contains(EVERYTHING) || fields.contains(field);
    }
}

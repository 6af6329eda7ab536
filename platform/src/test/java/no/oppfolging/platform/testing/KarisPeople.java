package no.oppfolging.platform.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A new Kari and those around her, as HR's system tells of them: Ola leads her, Tuva takes his place, and Siri has
 * nothing to do with her.
 */
public record KarisPeople(Employed kari, Employed ola, Employed tuva, Employed siri) {
    public static KarisPeople told(Neighbours neighbours) {
        var mark = UUID.randomUUID();
        var people = new KarisPeople(
                Employed.named("Kari Nordmann", "kari-" + mark),
                Employed.named("Ola Bråthen", "ola-" + mark),
                Employed.named("Tuva Lie", "tuva-" + mark),
                Employed.named("Siri Moe", "siri-" + mark));
        List.of(people.ola, people.tuva, people.siri).forEach(someone -> neighbours.hrTells(someone, Optional.empty()));
        neighbours.hrTells(people.kari, Optional.of(people.ola), List.of(people.tuva));
        return people;
    }

    /** A case of Kari's, for the rules that walk through endpoints; see {@link Scene}. */
    public Scene scene(String home, Map<String, String> variables) {
        return new Scene(home, variables, kari, ola, tuva);
    }
}

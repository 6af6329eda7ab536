package no.oppfolging.platform.web;

import java.util.List;
import no.oppfolging.platform.security.Caller;

/** Where a service lets its visitors go from any page. */
public interface Navigation {
    List<Item> items(Caller caller);

    /**
     * One place to go.
     *
     * @param label the key of its name in the message files
     * @param path where it is; also tells whether one is there
     */
    record Item(String label, String path) {}
}

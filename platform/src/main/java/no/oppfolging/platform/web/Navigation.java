package no.oppfolging.platform.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;

/** Where a service lets its visitors go from any page. */
public interface Navigation {
    /** Whose cases, meetings and plans there are pages of, of their own or of others. */
    Set<Role> WITH_CASES = Collections.unmodifiableSet(
            EnumSet.of(Role.EMPLOYEE, Role.MANAGER, Role.SUBSTITUTE, Role.HR, Role.AUDITOR));

    List<Item> items(Caller caller);

    /** The ways to cases, meetings and plans, which lie behind one front door, for those who may go there. */
    static Stream<Item> toCases(Caller caller) {
        return Collections.disjoint(caller.roles(), WITH_CASES)
                ? Stream.empty()
                : Stream.of(
                        new Item("navigation.cases", "/cases"),
                        new Item("navigation.meetings", "/meetings"),
                        new Item("navigation.plans", "/plans"));
    }

    /**
     * One place to go.
     *
     * @param label the key of its name in the message files
     * @param path where it is; also tells whether one is there
     */
    record Item(String label, String path) {}
}

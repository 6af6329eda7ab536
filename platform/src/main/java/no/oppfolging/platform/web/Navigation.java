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

    /** Who may see the whole organisation. */
    Set<Role> WITH_THE_WHOLE = Collections.unmodifiableSet(EnumSet.of(Role.HR, Role.AUDITOR));

    /**
     * The ways to cases, meetings and plans, and to the whole of an organisation, for those who may go there. They lie
     * behind one front door, and are the same wherever one stands.
     */
    static Stream<Item> toCases(Caller caller) {
        var ofCases = Stream.of(
                new Item("navigation.cases", "/cases"),
                new Item("navigation.meetings", "/meetings"),
                new Item("navigation.plans", "/plans"));
        var ofTheWhole = Stream.of(
                new Item("navigation.register", "/cases/all"), new Item("navigation.dashboard", "/cases/dashboard"));
        return Stream.concat(
                ofCases.filter(_ -> !Collections.disjoint(caller.roles(), WITH_CASES)),
                ofTheWhole.filter(_ -> !Collections.disjoint(caller.roles(), WITH_THE_WHOLE)));
    }

    /**
     * One place to go.
     *
     * @param label the key of its name in the message files
     * @param path where it is; also tells whether one is there
     */
    record Item(String label, String path) {}
}

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

    /** Who is shown notices: those of their own cases, or how many could not be sent. */
    Set<Role> WITH_NOTICES = Collections.unmodifiableSet(
            EnumSet.of(Role.EMPLOYEE, Role.MANAGER, Role.SUBSTITUTE, Role.HR, Role.OPERATOR));

    List<Item> items(Caller caller);

    /** Who may see the whole organisation. */
    Set<Role> WITH_THE_WHOLE = Collections.unmodifiableSet(EnumSet.of(Role.HR, Role.AUDITOR));

    /**
     * The ways to cases, meetings, plans and notices, and to the whole of an organisation, for those who may go there.
     * They lie behind one front door, and are the same wherever one stands.
     */
    static Stream<Item> toCases(Caller caller) {
        var ofCases = Stream.of(
                new Item("navigation.cases", "/cases"),
                new Item("navigation.meetings", "/meetings"),
                new Item("navigation.plans", "/plans"));
        var notices = Stream.of(new Item("navigation.notices", "/notices"));
        var ofTheWhole = Stream.of(
                new Item("navigation.register", "/cases/all"), new Item("navigation.dashboard", "/cases/dashboard"));
        return Stream.of(
                        allowed(ofCases, caller, WITH_CASES),
                        allowed(notices, caller, WITH_NOTICES),
                        allowed(ofTheWhole, caller, WITH_THE_WHOLE))
                .flatMap(items -> items);
    }

    private static Stream<Item> allowed(Stream<Item> items, Caller caller, Set<Role> roles) {
        return items.filter(_ -> !Collections.disjoint(caller.roles(), roles));
    }

    /**
     * One place to go.
     *
     * @param label the key of its name in the message files
     * @param path where it is; also tells whether one is there
     */
    record Item(String label, String path) {}
}

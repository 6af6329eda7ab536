package no.oppfolging.local.company;

import static no.oppfolging.local.company.Company.FACTORY;
import static no.oppfolging.local.company.Company.SHOP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Role;

/** Those one can sign in as: everyone who works at Fjordlys, and those who look in from outside. */
public final class People {
    /** Those whose day shows the most. */
    private static final List<String> WORTH_MEETING =
            List.of("kari", "ola", "nils", "mona", "jonas", "hanne", "aud", "odd", "dag");

    private static final List<Person> OFFICES = List.of(
            office("hanne", "Hanne Moe", Role.HR),
            office("tor", "Tor Vik", Role.UNION_REPRESENTATIVE),
            office("eli", "Eli Sund", Role.SAFETY_REPRESENTATIVE),
            office("arne", "Arne Bakke", Role.OCCUPATIONAL_HEALTH),
            office("berg", "Dr. Ingrid Berg", Role.DOCTOR),
            office("nina", "Nina Haug", Role.NAV),
            office("aud", "Aud Foss", Role.AUDITOR),
            office("dag", "Dag Holm", Role.DATA_PROTECTION_OFFICER),
            office("odd", "Odd Ness", Role.OPERATOR));

    private final Map<String, Person> bySubject = new LinkedHashMap<>();
    private final Set<String> away;

    public People() {
        var workforce = new Workforce();
        OFFICES.forEach(person -> bySubject.put(person.subject(), person));
        workforce
                .all()
                .forEach(worker -> bySubject.putIfAbsent(
                        worker.subject(),
                        new Person(
                                worker.subject(),
                                worker.name(),
                                workforce.isLeader(worker) ? Role.MANAGER : Role.EMPLOYEE,
                                worker.unit().name(),
                                Set.of(FACTORY, SHOP))));
        away = Happenings.ALL.stream().map(Happening::subject).collect(Collectors.toSet());
    }

    /** Some of them, and how they belong together. */
    public record Group(Kind kind, String unit, List<Person> people) {
        /** What the people of a group have in common. */
        public enum Kind {
            WORTH_MEETING,
            LEADERS,
            AWAY,
            OFFICES,
            UNIT
        }
    }

    public List<Person> all() {
        return List.copyOf(bySubject.values());
    }

    public Optional<Person> bySubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    public List<Person> worthMeeting() {
        return WORTH_MEETING.stream()
                .flatMap(subject -> bySubject(subject).stream())
                .toList();
    }

    /** Everyone once: those worth meeting, the other leaders, those who are away, the offices, the rest by unit. */
    public List<Group> groups() {
        var first = Stream.of(
                new Group(Group.Kind.WORTH_MEETING, "", worthMeeting()),
                group(Group.Kind.LEADERS, person -> person.role() == Role.MANAGER),
                group(Group.Kind.AWAY, person -> away.contains(person.subject())),
                group(Group.Kind.OFFICES, person -> !person.offices().isEmpty()));
        var units = Unit.ALL.stream()
                .map(unit -> new Group(
                        Group.Kind.UNIT,
                        unit.name(),
                        rest().filter(person -> person.role() == Role.EMPLOYEE && !away.contains(person.subject()))
                                .filter(person -> person.unit().equals(unit.name()))
                                .toList()));
        return Stream.concat(first, units)
                .filter(group -> !group.people().isEmpty())
                .toList();
    }

    private Group group(Group.Kind kind, Predicate<Person> who) {
        return new Group(kind, "", rest().filter(who).toList());
    }

    private Stream<Person> rest() {
        return bySubject.values().stream().filter(person -> !WORTH_MEETING.contains(person.subject()));
    }

    private static Person office(String subject, String name, Role role) {
        return new Person(subject, name, role, "", Set.of(FACTORY, SHOP));
    }
}

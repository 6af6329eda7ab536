package no.oppfolging.local.company;

import static no.oppfolging.local.company.Company.FACTORY;
import static no.oppfolging.local.company.Company.SHOP;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.platform.kernel.Role;

/** Those one can sign in as. */
public final class People {
    private static final List<Person> NAMED = List.of(
            of("kari", "Kari Nordli", Role.EMPLOYEE),
            of("siri", "Siri Lunde", Role.EMPLOYEE),
            of("ola", "Ola Berge", Role.MANAGER),
            of("mona", "Mona Dahl", Role.MANAGER),
            of("hanne", "Hanne Moe", Role.HR),
            of("tor", "Tor Vik", Role.UNION_REPRESENTATIVE),
            of("eli", "Eli Sund", Role.SAFETY_REPRESENTATIVE),
            of("arne", "Arne Bakke", Role.OCCUPATIONAL_HEALTH),
            of("berg", "Dr. Ingrid Berg", Role.DOCTOR),
            of("nina", "Nina Haug", Role.NAV),
            of("aud", "Aud Foss", Role.AUDITOR),
            of("dag", "Dag Holm", Role.DATA_PROTECTION_OFFICER),
            of("odd", "Odd Ness", Role.OPERATOR));

    public List<Person> all() {
        return NAMED;
    }

    public Optional<Person> bySubject(String subject) {
        return NAMED.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    private static Person of(String subject, String name, Role role) {
        return new Person(subject, name, role, Set.of(FACTORY, SHOP));
    }
}

package no.oppfolging.cases.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Made-up absences; the same words give the same absence. */
final class SomeAbsences {
    static final Instant REPORTED = Instant.parse("2026-03-02T08:00:00Z");

    /** A Wednesday. */
    static final LocalDate TODAY = LocalDate.parse("2026-06-17");

    private SomeAbsences() {}

    static Absence sick(String from, String to) {
        return absence(AbsenceKind.SICK_NOTE, from, to);
    }

    static Absence absence(AbsenceKind kind, String from, String to) {
        return absence(kind, from, to, kind.isSickness() ? 100 : 0);
    }

    static Absence absence(AbsenceKind kind, String from, String to, int grade) {
        return new Absence(
                id(kind + from + to + grade), LocalDate.parse(from), LocalDate.parse(to), kind, grade, REPORTED);
    }

    static Absence openEnded(AbsenceKind kind, String from) {
        return new Absence(id(kind + from), LocalDate.parse(from), null, kind, kind.isSickness() ? 100 : 0, REPORTED);
    }

    static Absence reported(String at, Absence absence) {
        return new Absence(
                absence.id(), absence.from(), absence.to(), absence.kind(), absence.grade(), Instant.parse(at));
    }

    static List<Course> merge(Absence... absences) {
        return Absences.merge(List.of(absences), SomeLaw.NORWEGIAN_LAW, TODAY);
    }

    /** Start, end and days that count. */
    static List<String> courses(Absence... absences) {
        return merge(absences).stream()
                .map(course -> course.start() + " – " + course.end() + ": " + course.sickDays())
                .toList();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** Up to a dozen absences of every kind within half a year, many of them on top of each other. */
    static List<Absence> any(Random random) {
        var absences = new ArrayList<Absence>();
        var count = random.nextInt(12);
        for (var i = 0; i < count; i++) {
            absences.add(anyOne(random, i));
        }
        return absences;
    }

    private static Absence anyOne(Random random, int number) {
        var kinds = AbsenceKind.values();
        var kind = random.nextInt(3) > 0 ? AbsenceKind.SICK_NOTE : kinds[random.nextInt(kinds.length)];
        var from = LocalDate.parse("2026-01-01").plusDays(random.nextInt(180));
        var to = from.plusDays(random.nextInt(25));
        var grade = random.nextBoolean() ? 100 : 1 + random.nextInt(99);
        return new Absence(
                new UUID(random.nextLong(), number),
                from,
                kind.isSickness() && random.nextInt(20) == 0 ? null : to,
                kind,
                kind.isSickness() ? grade : 0,
                REPORTED.plusSeconds(random.nextInt(5)));
    }
}

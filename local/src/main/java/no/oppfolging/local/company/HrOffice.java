package no.oppfolging.local.company;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.local.company.Happening.Away;
import no.oppfolging.local.company.Happening.Led;
import no.oppfolging.local.company.Happening.Left;
import no.oppfolging.local.company.Happening.Withdrawn;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;

/** Puts into HR's words who works at Fjordlys and who is away; the same always gets the same id. */
public final class HrOffice {
    private static final UUID NAMESPACE = UUID.fromString("0d8f3f0e-3f0b-5c58-9a53-5f0a7c9d2b11");
    private static final LocalDate EMPLOYED_SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Workforce workforce = new Workforce();
    private final String issuer;
    private final Instant now;
    private final LocalDate today;

    /** @param issuer whose subjects the people sign in as */
    public HrOffice(String issuer, Instant now) {
        this(issuer, LegalDay.of(now), now);
    }

    /**
     * @param issuer whose subjects the people sign in as
     * @param today the day that others are counted from
     */
    public HrOffice(String issuer, LocalDate today, Instant now) {
        this.issuer = issuer;
        this.today = today;
        this.now = now;
    }

    /** Everyone who works there. */
    public List<HrMessage> everyone() {
        return workforce.all().stream().map(worker -> employed(worker)).toList();
    }

    /**
     * What has happened to those who are or were away, in the order in which HR's system tells it.
     *
     * @param after the day up to which it has been told
     */
    public List<HrMessage> happenings(int after, int upTo) {
        return Happenings.ALL.stream()
                .filter(happening -> happening.toldOn() > after && happening.toldOn() <= upTo)
                .map(this::told)
                .toList();
    }

    /** Who leads somebody in the first position on a day: HR may have named another than the unit's leader. */
    public String leaderOf(String subject, int day) {
        return Happenings.ALL.stream()
                .filter(Led.class::isInstance)
                .map(Led.class::cast)
                .filter(led -> led.subject().equals(subject) && led.from() <= day)
                .map(Led::leader)
                .findFirst()
                .orElseGet(() -> worker(subject, 1).leader());
    }

    /** A person's first position, with a leader. */
    public HrMessage employed(String subject) {
        return employed(worker(subject, 1));
    }

    /** An absence as it is known at a revision; its end may be unknown. */
    public HrMessage away(
            String subject, int absence, int revision, String kind, int grade, LocalDate from, Optional<LocalDate> to) {
        return away(worker(subject, 1), absence, revision, kind, grade, from, to, now);
    }

    public UUID employmentOf(String subject) {
        return employmentOf(worker(subject, 1));
    }

    private HrMessage told(Happening happening) {
        var worker = worker(happening.subject(), happening.position());
        return switch (happening) {
            case Away away ->
                away(
                        worker,
                        away.absence(),
                        away.revision(),
                        away.kind(),
                        away.grade(),
                        day(away.from()),
                        away.to().map(this::day),
                        toldOn(away.toldOn()));
            case Withdrawn gone -> withdrawn(worker, gone);
            case Left left ->
                message(
                        worker,
                        "EmploymentEnded",
                        "2",
                        toldOn(left.toldOn()),
                        Map.of(
                                "employmentId", employmentOf(worker).toString(),
                                "revision", 2,
                                "lastDay", day(left.lastDay()).toString()));
            case Led led ->
                message(
                        worker,
                        "EmploymentChanged",
                        "2",
                        toldOn(led.toldOn()),
                        employment(worker, led.leader(), 2, day(led.from())));
        };
    }

    private HrMessage employed(Worker worker) {
        return message(worker, "EmploymentStarted", "1", now, employment(worker, worker.leader(), 1, EMPLOYED_SINCE));
    }

    private HrMessage away(
            Worker worker,
            int absence,
            int revision,
            String kind,
            int grade,
            LocalDate from,
            Optional<LocalDate> to,
            Instant toldAt) {
        var data = new LinkedHashMap<String, Object>();
        data.put("absenceId", absenceOf(worker, absence).toString());
        data.put("employmentId", employmentOf(worker).toString());
        data.put("revision", revision);
        data.put("kind", kind);
        data.put("from", from.toString());
        to.ifPresent(last -> data.put("to", last.toString()));
        if (grade > 0) {
            data.put("grade", grade);
        }
        return message(worker, "AbsenceReported", absence + "/" + revision, toldAt, data);
    }

    private HrMessage withdrawn(Worker worker, Withdrawn gone) {
        return message(
                worker,
                "AbsenceWithdrawn",
                gone.absence() + "/" + gone.revision(),
                toldOn(gone.toldOn()),
                Map.of(
                        "absenceId", absenceOf(worker, gone.absence()).toString(),
                        "employmentId", employmentOf(worker).toString(),
                        "revision", gone.revision()));
    }

    private Map<String, Object> employment(Worker worker, String leader, int revision, LocalDate validFrom) {
        var data = new LinkedHashMap<String, Object>();
        data.put("employmentId", employmentOf(worker).toString());
        data.put("revision", revision);
        data.put("validFrom", validFrom.toString());
        data.put("person", person(worker));
        data.put("unit", Map.of("id", worker.unit().id(), "name", worker.unit().name()));
        if (!leader.isEmpty()) {
            data.put("lineManager", Map.of("personId", personOf(leader).toString()));
        }
        data.put("substitutes", substitutes(leader));
        return data;
    }

    private Map<String, Object> person(Worker worker) {
        return Map.of(
                "personId", personOf(worker.subject()).toString(),
                "name", worker.name(),
                "email", worker.subject() + "@fjordlys.example",
                "language", worker.language(),
                "signInId", Map.of("issuer", issuer, "subject", worker.subject()));
    }

    /** Mona takes Ola's place for two weeks. */
    private List<Map<String, Object>> substitutes(String leader) {
        var substitutes = new ArrayList<Map<String, Object>>();
        if (leader.equals("ola")) {
            substitutes.add(Map.of(
                    "personId", personOf("mona").toString(),
                    "from", day(-2).toString(),
                    "to", day(12).toString()));
        }
        return substitutes;
    }

    private HrMessage message(Worker worker, String type, String which, Instant time, Map<String, Object> data) {
        return new HrMessage(
                id(type + "/" + worker.position(), worker.subject() + "/" + which),
                type,
                employmentOf(worker),
                worker.unit().organisation(),
                time,
                data);
    }

    private Worker worker(String subject, int position) {
        return workforce.all().stream()
                .filter(worker -> worker.subject().equals(subject) && worker.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody at Fjordlys is called " + subject));
    }

    private Instant toldOn(int day) {
        var morning = day(day).atTime(MORNING).atZone(LegalDay.NORWAY).toInstant();
        return morning.isBefore(now) ? morning : now;
    }

    private LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }

    private static UUID employmentOf(Worker worker) {
        return id("employment", worker.subject() + (worker.isFirstPosition() ? "" : "/" + worker.position()));
    }

    private static UUID absenceOf(Worker worker, int absence) {
        return id("absence", worker.subject() + "/" + worker.position() + "/" + absence);
    }

    public static UUID personOf(String subject) {
        return id("person", subject);
    }

    private static UUID id(String kind, String what) {
        return DerivedId.of(NAMESPACE, kind + "/" + what);
    }
}

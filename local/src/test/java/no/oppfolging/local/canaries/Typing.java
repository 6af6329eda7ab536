package no.oppfolging.local.canaries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.NorwegianCalendar;
import org.awaitility.Awaitility;

/** HR, leaders, employees and others at work for a day, and all they type are canaries. */
public final class Typing {
    private static final String OLA = "ola";
    private static final Set<String> BY_HR = Set.of("POST /cases/absences");

    private Typing() {}

    /** Into every text that is taken, rightly. */
    public static void whereItIsTaken(Backstage backstage, Canaries canaries, Instant now) {
        type(backstage, canaries, now, (walk, feed, typists) -> {
            walk.typeTexts();
            feed.typeIntoMessages(typists);
            feed.typeIntoFile(typists);
        });
    }

    /** Into every field of every request, also where it is wrong and by whoever is let in. */
    public static void everywhere(Backstage backstage, Canaries canaries, Instant now) {
        type(backstage, canaries, now, (walk, feed, typists) -> {
            walk.typeWrongChoicesAndTexts();
            feed.typeIntoMessages(typists);
            feed.typeIntoFile(typists);
            walk.typeNonsense();
            walk.mustHaveBeenInEveryField();
        });
    }

    private interface Day {
        void pass(Walk walk, HrFeed feed, Typists typists);
    }

    private static void type(Backstage backstage, Canaries canaries, Instant now, Day day) {
        var feed = new HrFeed(backstage, canaries, now);
        feed.tellOfPeople();
        try (var typists = new Typists(backstage.frontDoor())) {
            var cases = new TreeMap<String, UUID>();
            for (var subject : List.of("kari", "per")) {
                cases.put(subject, caseOf(subject, typists));
            }
            var walk = new Walk(backstage, typists, canaries, right(canaries, LegalDay.of(now)), cases);
            day.pass(walk, feed, typists);
            walk.mustHaveBeenInEveryText(BY_HR);
        }
    }

    /** Once every service has heard of it. */
    private static UUID caseOf(String subject, Typists typists) {
        var person = HrOffice.personOf(subject).toString();
        var caseId = Awaitility.await("a case of " + subject)
                .until(
                        () -> typists.read(OLA, ServiceName.CASES, "/api/cases")
                                .valueStream()
                                .filter(one -> one.path("employee").asString().equals(person))
                                .map(one -> one.path("caseId").asString())
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
        Map.of(ServiceName.MEETINGS, "/meetings", ServiceName.PLANS, "/plans")
                .forEach((service, part) -> Awaitility.await(part)
                        .until(() -> typists.get(OLA, service, "/api/cases/" + caseId + part)
                                        .statusCode()
                                == 200));
        return UUID.fromString(caseId);
    }

    /** What is right in the fields in which one may not write what one likes; nothing where nothing is right too. */
    private static Map<String, Object> right(Canaries canaries, LocalDate today) {
        var day = today.plusDays(10);
        while (!new NorwegianCalendar().isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        var starts = day.atTime(10, 0).atZone(LegalDay.NORWAY).toInstant();
        var both = List.of(
                Map.of("role", "EMPLOYEE", "person", HrOffice.personOf("kari")),
                Map.of("role", "MANAGER", "person", HrOffice.personOf(OLA)));
        var measure = Map.of(
                "id", Filling.idOf("measure"),
                "category", "OFFER",
                "what", canaries.typedAt("a measure of a plan"),
                "responsible", "MANAGER",
                "dueOn", today.plusDays(30));
        return Map.ofEntries(
                Map.entry("Presentation.plannedMeasures", List.of(measure)),
                Map.entry("MeasureForm.id", Filling.idOf("measure")),
                Map.entry("MeasureForm.category", "OFFER"),
                Map.entry("MeasureForm.responsible", "MANAGER"),
                Map.entry("MeasureForm.dueOn", today.plusDays(30)),
                Map.entry("startsAt", starts),
                Map.entry("endsAt", starts.plus(1, ChronoUnit.HOURS)),
                Map.entry("participants", both),
                Map.entry("attended", both),
                Map.entry("heldOn", today),
                Map.entry("day", day),
                Map.entry("time", "10:00"),
                Map.entry("minutes", "45"),
                Map.entry("form", "IN_PERSON"),
                Map.entry("evaluationDate", today.plusDays(30)),
                Map.entry("employeeContributed", "false"),
                Map.entry("number", 1),
                Map.entry("warned", ""),
                Map.entry("on", today),
                Map.entry("Presentation.employeeContributed", false),
                Map.entry("RequestForm.what", "MEETING"),
                Map.entry("AnswerForm.answer", "DECLINED"),
                Map.entry("LogForm.kind", "CARING"),
                Map.entry("channel", "PHONE"),
                Map.entry("by", "EMPLOYEE"),
                Map.entry("who", "EMPLOYEE"),
                Map.entry("everyDays", 7),
                Map.entry("TermsForm.channels", "PHONE"),
                Map.entry("TermsForm.days", "MONDAY"),
                Map.entry("others", ""),
                Map.entry("occasion", "AT_RISK"),
                Map.entry("EntryForm.purposes", "FEEDBACK_BOTH_WAYS"),
                Map.entry("CopyForm.givenOn", today),
                Map.entry("CopyForm.way", "POSTED"),
                Map.entry("proposalId", Filling.idOf("proposalId")),
                Map.entry("digest", "0".repeat(64)),
                Map.entry("Typed.reason", ""),
                Map.entry("Typed.reviewOn", ""),
                Map.entry("back", "/cases"));
    }
}

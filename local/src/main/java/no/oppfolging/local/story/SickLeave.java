package no.oppfolging.local.story;

import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.oppfolging.local.company.HrMessage;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.company.HrSystem;
import no.oppfolging.local.visits.Api;
import no.oppfolging.local.visits.Api.Answer;
import no.oppfolging.local.visits.PlanShown;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.WorkingCalendar;
import tools.jackson.databind.JsonNode;

/** Kari is away for a month and followed up as the law wants; Per is away too, and nobody makes his plan. */
final class SickLeave {
    private static final UUID NAMESPACE = UUID.fromString("a0b0b1c6-63ce-5d0e-8a2c-6a0f2a0c2b11");
    private static final String KARI = "kari";
    private static final String OLA = "ola";
    private static final String PER = "per";
    private static final int TO_THE_SUMMONS = 10;
    private static final int TO_THE_MEETING = 24;
    private static final int TO_THE_LAST_DAY = 29;
    private static final int FREE_DAYS = 16;
    private static final UUID MEETING = DerivedId.of(NAMESPACE, "meeting");
    private static final UUID PLAN = DerivedId.of(NAMESPACE, "plan");

    private final Api api;
    private final HrSystem hr;
    private final String issuer;
    private final WorkingCalendar calendar;
    private final Narrator narrator;

    SickLeave(Api api, HrSystem hr, String issuer, WorkingCalendar calendar, Narrator narrator) {
        this.api = api;
        this.hr = hr;
        this.issuer = issuer;
        this.calendar = calendar;
        this.narrator = narrator;
    }

    /**
     * The cases it is about.
     *
     * @param toldOfKari the message of HR's that Kari's case begins with
     */
    record Cases(UUID kari, UUID per, UUID toldOfKari) {}

    /** @param first the day on which both are away for the first time */
    Cases tell(LocalDate first) {
        moveTo(first, LocalTime.of(9, 30));
        var cases = hrTells(first);
        moveTo(first.plusDays(TO_THE_SUMMONS), LocalTime.of(10, 0));
        summon(cases.kari(), first.plusDays(TO_THE_MEETING));
        agreeOnAPlan(cases.kari(), first);
        moveTo(first.plusDays(TO_THE_MEETING + 1L), LocalTime.of(14, 0));
        hold(cases.kari(), first.plusDays(TO_THE_MEETING + 1L));
        missed(cases.per(), first.plusDays(28));
        backAtWork(cases.kari(), first);
        return cases;
    }

    /** Each case with its deadlines as they stand in the end. */
    void tellWhatCameOfIt(Cases cases, PrintStream out) {
        out.println();
        out.println("What came of it");
        tellWhatCameOf("Kari", cases.kari(), out);
        tellWhatCameOf("Per", cases.per(), out);
    }

    private void tellWhatCameOf(String name, UUID caseId, PrintStream out) {
        var closed = api.get(OLA, "/api/cases/" + caseId).body().path("closedOn");
        out.println("  " + name + "'s case is " + (closed.isString() ? "closed from " + closed.asString() : "open"));
        deadlines(caseId)
                .forEach(deadline -> out.printf(
                        "    %-14s %s %s%n",
                        deadline.path("stage").asString(),
                        deadline.path("dueOn").asString(),
                        deadline.path("outcome").asString()));
    }

    /** A Monday after today, such that all that is done falls on working days. */
    LocalDate firstDay(LocalDate today) {
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        while (!isAllWork(monday)) {
            monday = monday.plusWeeks(1);
        }
        return monday;
    }

    private boolean isAllWork(LocalDate first) {
        return IntStream.of(0, TO_THE_SUMMONS, TO_THE_MEETING, TO_THE_MEETING + 1)
                .mapToObj(first::plusDays)
                .allMatch(day -> calendar.isWorkingDay(day) && !isChristmasEve(day));
    }

    /** A working day by law, on which no mail is sent. */
    private static boolean isChristmasEve(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24;
    }

    private Cases hrTells(LocalDate first) {
        var office = new HrOffice(issuer, api.now());
        hr.tell(List.of(office.employed("vera"), office.employed(OLA), office.employed(KARI), office.employed(PER)));
        narrator.tell("HR's system", "tells that Kari and Per work at the warehouse, led by Ola");
        var kariIsAway = away(office, KARI, 1, first, first.plusWeeks(10));
        hr.tell(List.of(kariIsAway, away(office, PER, 1, first, first.plusWeeks(8))));
        narrator.tell("HR's system", "tells that Kari and Per are away from " + first);
        var cases = new Cases(caseOf(KARI), caseOf(PER), kariIsAway.id());
        deadlines(cases.kari())
                .forEach(deadline -> narrator.tell(
                        "case-service",
                        "opens Kari's case: " + deadline.path("stage").asString() + " is due "
                                + deadline.path("dueOn").asString(),
                        deadline.path("legalBasis").asString()));
        return cases;
    }

    private void summon(UUID caseId, LocalDate day) {
        var meetings = "/api/cases/" + caseId + "/meetings";
        var seen = api.await(OLA, meetings, "Kari's case at meeting-service", _ -> true);
        api.change(
                OLA,
                meetings,
                "summon",
                seen,
                Map.of(
                        "meetingId", MEETING,
                        "appointment", appointment(day, 10),
                        "participants", both()));
        narrator.tell("Ola", "summons Kari to a dialogue meeting on " + day, "aml § 4-6 (4)");
        mail(caseId, 1);
        var summoned = awaitMeeting(caseId, _ -> true);
        api.change(
                OLA,
                meetings + "/" + MEETING + "/moves",
                "move",
                summoned,
                Map.of("appointment", appointment(day.plusDays(1), 12)));
        narrator.tell("Ola", "moves it to " + day.plusDays(1));
        mail(caseId, 2);
    }

    private void hold(UUID caseId, LocalDate day) {
        var seen = awaitMeeting(caseId, meeting -> startsOn(meeting).equals(day));
        api.change(
                OLA,
                "/api/cases/" + caseId + "/meetings/" + MEETING + "/holdings",
                "hold",
                seen,
                Map.of("heldOn", day.toString(), "attended", both()));
        narrator.tell("Ola", "has held the dialogue meeting with Kari", "aml § 4-6 (4)");
        awaitOutcome(OLA, caseId, "DM1", "MET");
    }

    private void agreeOnAPlan(UUID caseId, LocalDate first) {
        var plans = "/api/cases/" + caseId + "/plans";
        var version = plans + "/" + PLAN + "/versions";
        var before = api.await(OLA, plans, "Kari's case at plan-service", _ -> true);
        api.change(OLA, version, "present", before, plan("Kari pakker varer sittende.", first));
        narrator.tell("Ola", "presents a plan to Kari", "aml § 4-6 (3)");
        mail(caseId, 3);
        sign(OLA, "Ola", caseId, 1);

        var presented = new PlanShown(api.get(OLA, plans).body());
        api.change(
                OLA,
                version,
                "change",
                presented.toChange(),
                plan("Kari pakker varer sittende, i fire timer om dagen.", first));
        narrator.tell("Ola", "changes the plan: the signature on the first version is void");
        awaitPlan(OLA, plans, "the second version of the plan", plan -> plan.versions() == 2);
        mail(caseId, 4);
        sign(OLA, "Ola", caseId, 2);
        sign(KARI, "Kari", caseId, 2);
        awaitOutcome(OLA, caseId, "PLAN", "MET");
        api.add(
                OLA,
                plans + "/" + PLAN + "/doctor-copies",
                "give",
                Map.of(
                        "version",
                        2,
                        "givenOn",
                        first.plusDays(TO_THE_SUMMONS).toString(),
                        "way",
                        "TAKEN_ALONG_BY_EMPLOYEE"));
        narrator.tell("Ola", "notes that Kari has taken the plan to her doctor", "aml § 4-6 (3)");
        awaitOutcome(OLA, caseId, "PLAN_TO_DOCTOR", "MET");
    }

    private void sign(String subject, String name, UUID caseId, int version) {
        var plans = "/api/cases/" + caseId + "/plans";
        var seen = awaitPlan(subject, plans, "version " + version, plan -> plan.versions() >= version);
        var digest = seen.digest(version);
        api.change(
                subject,
                plans + "/" + PLAN + "/signatures",
                "sign/" + version,
                seen.toChange(),
                Map.of("version", version, "digest", digest));
        var person = HrOffice.personOf(subject).toString();
        awaitPlan(
                subject,
                plans,
                name + "'s signature",
                plan -> plan.signatories(version).contains(person));
        narrator.tell(name, "signs version " + version + " of the plan, " + digest.substring(0, 12) + "…");
    }

    private PlanShown awaitPlan(String subject, String plans, String what, Predicate<PlanShown> isSo) {
        return new PlanShown(api.await(subject, plans, what, body -> isSo.test(new PlanShown(body)))
                .body());
    }

    private void missed(UUID caseId, LocalDate theDayAfter) {
        moveTo(theDayAfter, LocalTime.of(9, 30));
        awaitOutcome(OLA, caseId, "PLAN", "MISSED");
    }

    private void backAtWork(UUID caseId, LocalDate first) {
        var last = first.plusDays(TO_THE_LAST_DAY);
        var office = new HrOffice(issuer, api.now());
        hr.tell(List.of(away(office, KARI, 2, first, last)));
        narrator.tell("HR's system", "tells that Kari's absence ends on " + last);
        moveTo(last.plusDays(FREE_DAYS + 1L), LocalTime.of(9, 30));
        var closed = api.await(
                OLA,
                "/api/cases/" + caseId,
                "Kari's case being closed",
                shown -> shown.path("closedOn").isString());
        narrator.tell(
                "case-service",
                "closes Kari's case, whose last day was "
                        + closed.body().path("closedOn").asString());
    }

    private void awaitOutcome(String person, UUID caseId, String stage, String outcome) {
        var shown = api.await(
                person,
                "/api/cases/" + caseId,
                stage + " being " + outcome,
                it -> it.path("deadlines")
                        .valueStream()
                        .anyMatch(deadline -> deadline.path("stage").asString().equals(stage)
                                && deadline.path("outcome").asString().equals(outcome)));
        shown.body()
                .path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("stage").asString().equals(stage))
                .forEach(deadline -> narrator.tell(
                        "case-service",
                        "finds the deadline of " + stage + ", "
                                + deadline.path("dueOn").asString() + ", " + outcome,
                        deadline.path("legalBasis").asString()));
    }

    private Answer awaitMeeting(UUID caseId, Predicate<JsonNode> isSo) {
        var shown = api.await(
                OLA,
                "/api/cases/" + caseId + "/meetings",
                "the meeting",
                it -> it.path("meetings").valueStream().anyMatch(isSo));
        return shown;
    }

    private static LocalDate startsOn(JsonNode meeting) {
        return LegalDay.of(Instant.parse(meeting.path("startsAt").asString()));
    }

    private UUID caseOf(String subject) {
        var person = HrOffice.personOf(subject).toString();
        var cases = api.await(
                OLA,
                "/api/cases",
                "a case of " + subject,
                shown -> shown.valueStream()
                        .anyMatch(one -> one.path("employee").asString().equals(person)));
        return cases.body()
                .valueStream()
                .filter(one -> one.path("employee").asString().equals(person))
                .map(one -> UUID.fromString(one.path("caseId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> deadlines(UUID caseId) {
        return api.await(
                        OLA,
                        "/api/cases/" + caseId,
                        "deadlines",
                        it -> !it.path("deadlines").isEmpty())
                .body()
                .path("deadlines")
                .valueStream()
                .toList();
    }

    private static Map<String, Object> appointment(LocalDate day, int hour) {
        var starts = day.atTime(hour, 0).atZone(LegalDay.NORWAY).toInstant();
        return Map.of(
                "startsAt",
                starts.toString(),
                "endsAt",
                starts.plusSeconds(3600).toString(),
                "place",
                "Møterom Fjord",
                "form",
                "IN_PERSON");
    }

    private static List<Map<String, Object>> both() {
        return List.of(
                Map.of("role", "EMPLOYEE", "person", HrOffice.personOf(KARI)),
                Map.of("role", "MANAGER", "person", HrOffice.personOf(OLA)));
    }

    private static Map<String, Object> plan(String measures, LocalDate first) {
        var plan = new HashMap<String, Object>();
        plan.put("goals", "Kari er tilbake i full jobb.");
        plan.put("workTasks", "Varemottak, plukking og pakking.");
        plan.put("canDo", "Sittende arbeid.");
        plan.put("cannotDo", "Løft over fem kilo.");
        plan.put("measures", measures);
        plan.put("authorityHelp", "");
        plan.put("followUp", "Vi snakker sammen hver mandag.");
        plan.put("successCriteria", "");
        plan.put("evaluationDate", first.plusWeeks(8).toString());
        plan.put("employeeContributed", true);
        plan.put("whyNotContributed", "");
        return plan;
    }

    private static HrMessage away(HrOffice office, String subject, int revision, LocalDate from, LocalDate to) {
        return office.away(subject, 1, revision, "SICK_NOTE", 100, from, Optional.of(to));
    }

    /** The mail of a notice comes, and the notice says so. */
    private void mail(UUID caseId, int number) {
        api.awaitWhileTimePasses(
                OLA,
                "/api/cases/" + caseId + "/notices",
                "notice number " + number + " being sent",
                shown -> shown.path("notices")
                                .valueStream()
                                .filter(notice ->
                                        notice.path("state").asString().equals("SENT"))
                                .count()
                        >= number);
        var mail = api.mails().getLast();
        narrator.tell("the mail", "comes to " + mail.to() + ": " + mail.subject());
    }

    private void moveTo(LocalDate day, LocalTime time) {
        api.moveClock(day.atTime(time).atZone(LegalDay.NORWAY).toInstant());
    }
}

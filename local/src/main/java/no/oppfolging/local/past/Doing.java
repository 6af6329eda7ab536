package no.oppfolging.local.past;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.past.Deed.ContactAgreed;
import no.oppfolging.local.past.Deed.ContactLogged;
import no.oppfolging.local.past.Deed.ContactProposed;
import no.oppfolging.local.past.Deed.ConversationEntered;
import no.oppfolging.local.past.Deed.ConversationHeld;
import no.oppfolging.local.past.Deed.ConversationPlanned;
import no.oppfolging.local.past.Deed.DutyExempted;
import no.oppfolging.local.past.Deed.FollowUpOpened;
import no.oppfolging.local.past.Deed.LatenessExplained;
import no.oppfolging.local.past.Deed.MeasureDone;
import no.oppfolging.local.past.Deed.MeetingHeld;
import no.oppfolging.local.past.Deed.MeetingMoved;
import no.oppfolging.local.past.Deed.MeetingSummoned;
import no.oppfolging.local.past.Deed.NewsShared;
import no.oppfolging.local.past.Deed.NoticeWaived;
import no.oppfolging.local.past.Deed.Party;
import no.oppfolging.local.past.Deed.PlanDrafted;
import no.oppfolging.local.past.Deed.PlanGiven;
import no.oppfolging.local.past.Deed.PlanPresented;
import no.oppfolging.local.past.Deed.PlanSigned;
import no.oppfolging.local.past.Deed.PossibleWorkDescribed;
import no.oppfolging.local.past.Deed.RequestAgreedTo;
import no.oppfolging.local.past.Deed.RequestMade;
import no.oppfolging.local.past.Deed.WorkAbilityStated;
import no.oppfolging.local.visits.Api;
import no.oppfolging.local.visits.Pages;
import no.oppfolging.local.visits.PlanShown;
import no.oppfolging.platform.kernel.DerivedId;
import tools.jackson.databind.JsonNode;

/**
 * Does one thing after another, as each person concerned; over HTTP. Doing the same thing again, after a start that was
 * killed, changes nothing.
 */
final class Doing {
    private static final UUID NAMESPACE = UUID.fromString("5b0f6a6e-2c55-5b0e-9a3d-7d1a4be0c311");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Api api;
    private final Days days;
    private final HrOffice office;
    private final Map<String, UUID> cases = new ConcurrentHashMap<>();

    Doing(Api api, Days days, HrOffice office) {
        this.api = api;
        this.days = days;
        this.office = office;
    }

    void does(Deed deed) {
        switch (deed) {
            case PlanDrafted draft -> draft(draft);
            case PlanPresented present -> present(present);
            case PlanSigned sign -> sign(sign);
            case PlanGiven give -> give(give);
            case MeasureDone done -> finish(done);
            case ConversationPlanned plan -> plan(plan);
            case ConversationHeld hold -> hold(hold);
            case ConversationEntered enter -> enter(enter);
            case MeetingSummoned summon -> summon(summon);
            case MeetingMoved move -> move(move);
            case NoticeWaived waive -> waive(waive);
            case MeetingHeld hold -> hold(hold);
            case DutyExempted exempt -> exempt(exempt);
            case LatenessExplained explain -> explain(explain);
            case ContactProposed propose -> propose(propose);
            case ContactAgreed agree -> agree(agree);
            case ContactLogged log -> log(log);
            case NewsShared share -> share(share);
            case WorkAbilityStated state -> state(state);
            case PossibleWorkDescribed describe -> describe(describe);
            case RequestMade ask -> ask(ask);
            case RequestAgreedTo answer -> answer(answer);
            case FollowUpOpened open -> open(open);
        }
    }

    private void draft(PlanDrafted draft) {
        var words = draft.words().sectionsOn(days.atWork(draft.day()));
        try (var pages = new Pages(api.home(), leader(draft))) {
            pages.fillIn("/plans/cases/" + caseOf(draft) + "/draft", words);
        }
    }

    private void present(PlanPresented present) {
        var words = present.words().presentedOn(days.atWork(present.day()), number -> measureIn(present, number));
        change(leader(present), present, planIn(present) + "/versions", words, "/plans", Doing::isThere);
    }

    private void sign(PlanSigned sign) {
        var person = who(sign, sign.by());
        var plans = pathOf(sign) + "/plans";
        var shown = new PlanShown(
                api.await(person, plans, "a plan for " + sign.employee(), it -> new PlanShown(it).versions() > 0)
                        .body());
        var version = shown.versions();
        api.change(
                person,
                pathOf(sign) + planIn(sign) + "/signatures",
                keyOf(sign),
                () -> new PlanShown(api.get(person, plans).body()).toChange(),
                Map.of("version", version, "digest", shown.digest(version)));
    }

    private void give(PlanGiven give) {
        var plans = api.await(
                leader(give),
                pathOf(give) + "/plans",
                "a plan for " + give.employee(),
                it -> new PlanShown(it).versions() > 0);
        var copy = Map.<String, Object>of(
                "version", new PlanShown(plans.body()).versions(),
                "givenOn", days.atWork(give.day()).toString(),
                "way", "TAKEN_ALONG_BY_EMPLOYEE");
        add(leader(give), give, planIn(give) + "/doctor-copies", copy);
    }

    /** Once both have signed. */
    private void finish(MeasureDone done) {
        api.await(
                leader(done),
                pathOf(done) + "/plans",
                "a plan for " + done.employee(),
                it -> new PlanShown(it).versions() > 0);
        add(
                leader(done),
                done,
                planIn(done) + "/measures/" + measureIn(done, done.measure()) + "/completions",
                Map.of());
    }

    private void plan(ConversationPlanned plan) {
        var leader = leader(plan);
        api.await(leader, pathOf(plan) + "/meetings", "the case of " + plan.employee(), Doing::isThere);
        var summons = Map.of(
                "meetingId", conversationIn(plan, plan.on()),
                "kind", "CONVERSATION",
                "appointment", appointment(plan.on(), plan.at()),
                "participants", both(plan),
                "purposes", plan.purposes());
        add(leader, plan, "/meetings", summons);
    }

    private void hold(ConversationHeld hold) {
        var held = Map.of("heldOn", days.atWork(hold.on()).toString(), "attended", both(hold));
        var path = "/meetings/" + conversationIn(hold, hold.on()) + "/holdings";
        change(leader(hold), hold, path, held, "/meetings", Doing::hasMeetings);
    }

    private void enter(ConversationEntered enter) {
        var leader = leader(enter);
        api.await(leader, pathOf(enter) + "/meetings", "the case of " + enter.employee(), Doing::isThere);
        var entry = Map.of(
                "meetingId", conversationIn(enter, enter.on()),
                "heldOn", days.atWork(enter.on()).toString(),
                "form", enter.form(),
                "occasion", enter.occasion(),
                "purposes", enter.purposes(),
                "attended", both(enter));
        add(leader, enter, "/meetings/conversations", entry);
    }

    private void summon(MeetingSummoned summon) {
        var leader = leader(summon);
        api.await(leader, pathOf(summon) + "/meetings", "the case of " + summon.employee(), Doing::isThere);
        var summons = Map.of(
                "meetingId", meetingIn(summon),
                "appointment", appointment(summon.on(), summon.at()),
                "participants", both(summon));
        add(leader, summon, "/meetings", summons);
    }

    private void move(MeetingMoved move) {
        var appointment = Map.<String, Object>of("appointment", appointment(move.on(), move.at()));
        change(
                leader(move),
                move,
                "/meetings/" + meetingIn(move) + "/moves",
                appointment,
                "/meetings",
                Doing::hasMeetings);
    }

    /** Only where it is short: for once in a while a holiday lies between. */
    private void waive(NoticeWaived waive) {
        var meetings = api.await(
                waive.employee(),
                pathOf(waive) + "/meetings",
                "a meeting with " + waive.employee(),
                Doing::hasMeetings);
        if (meetings.body().path("meetings").path(0).path("shortNotice").asBoolean()) {
            var path = "/meetings/" + meetingIn(waive) + "/notice-waivers";
            change(waive.employee(), waive, path, Map.of(), "/meetings", Doing::hasMeetings);
        }
    }

    private void hold(MeetingHeld hold) {
        var held = Map.of("heldOn", days.atWork(hold.on()).toString(), "attended", both(hold));
        change(leader(hold), hold, "/meetings/" + meetingIn(hold) + "/holdings", held, "/meetings", Doing::hasMeetings);
    }

    private void exempt(DutyExempted exempt) {
        var why = new HashMap<String, Object>(Map.of("reason", exempt.reason()));
        exempt.reviewOn().ifPresent(day -> why.put("reviewOn", days.on(day).toString()));
        change(leader(exempt), exempt, "/deadlines/" + exempt.stage() + "/exemptions", why, "", Doing::isThere);
    }

    /** Once it has been found late. */
    private void explain(LatenessExplained explain) {
        var why = Map.<String, Object>of("reason", explain.reason());
        change(
                leader(explain),
                explain,
                "/deadlines/" + explain.stage() + "/explanations",
                why,
                "",
                shown -> shown.path("deadlines")
                        .valueStream()
                        .anyMatch(deadline -> deadline.path("stage").asString().equals(explain.stage())
                                && deadline.path("outcome").asString().equals("MISSED")));
    }

    private void propose(ContactProposed propose) {
        var terms = Map.<String, Object>of(
                "proposalId", idIn(propose, "contact"),
                "channels", List.of(propose.channel()),
                "everyDays", propose.everyDays(),
                "days", List.of(),
                "who", "LINE_MANAGER");
        add(who(propose, propose.by()), propose, "/contact/proposals", terms);
    }

    private void agree(ContactAgreed agree) {
        change(
                who(agree, agree.by()),
                agree,
                "/contact/agreements",
                Map.of("proposalId", idIn(agree, "contact")),
                "/contact",
                Doing::isThere);
    }

    private void log(ContactLogged log) {
        var contact = Map.<String, Object>of(
                "contactId", idIn(log, "contact/" + log.on()),
                "kind", "CARING",
                "channel", log.channel(),
                "who", "LINE_MANAGER",
                "on", days.atWork(log.on()).toString());
        add(leader(log), log, "/contact/log", contact);
    }

    private void share(NewsShared share) {
        add(leader(share), share, "/contact/news", Map.of("newsId", idIn(share, "news"), "news", share.news()));
    }

    private void state(WorkAbilityStated state) {
        var ability = Map.<String, Object>of("can", state.can(), "cannot", state.cannot());
        change(state.employee(), state, "/work/abilities", ability, "/work", Doing::isThere);
    }

    private void describe(PossibleWorkDescribed describe) {
        var possible = Map.<String, Object>of("tasks", describe.tasks(), "adaptations", describe.adaptations());
        change(leader(describe), describe, "/work/possibilities", possible, "/work", Doing::isThere);
    }

    private void ask(RequestMade ask) {
        var request =
                Map.<String, Object>of("requestId", idIn(ask, "request"), "kind", ask.kind(), "reason", ask.reason());
        add(ask.employee(), ask, "/requests", request);
    }

    private void answer(RequestAgreedTo answer) {
        var path = "/requests/" + idIn(answer, "request") + "/answers";
        change(
                leader(answer),
                answer,
                path,
                Map.of("agreed", true, "reason", answer.words()),
                "/requests",
                Doing::isThere);
    }

    /** There is no case before. */
    private void open(FollowUpOpened open) {
        var path = "/api/employments/" + office.employmentOf(open.employee()) + "/follow-ups";
        api.add(who(open, open.by()), path, keyOf(open), Map.of("occasion", open.occasion()));
    }

    private void add(String person, Deed deed, String path, Map<String, Object> body) {
        api.add(person, pathOf(deed) + path, keyOf(deed), body);
    }

    /**
     * Does something to what the person has seen.
     *
     * @param seenAt where it is seen, once it is so
     */
    private void change(
            String person, Deed deed, String path, Map<String, Object> body, String seenAt, Predicate<JsonNode> isSo) {
        api.change(
                person,
                pathOf(deed) + path,
                keyOf(deed),
                () -> api.await(person, pathOf(deed) + seenAt, "what is done: " + deed, isSo),
                body);
    }

    private String pathOf(Deed deed) {
        return "/api/cases/" + caseOf(deed);
    }

    /** The latest of the employee's cases, as the leader sees it. */
    private UUID caseOf(Deed deed) {
        return cases.computeIfAbsent(deed.employee(), employee -> {
            var employment = office.employmentOf(employee).toString();
            var all = api.await(
                    leader(deed),
                    "/api/cases",
                    "a case of " + employee,
                    shown -> caseIn(shown, employment).isPresent());
            return caseIn(all.body(), employment).orElseThrow();
        });
    }

    private static Optional<UUID> caseIn(JsonNode shown, String employment) {
        return shown.valueStream()
                .filter(one -> one.path("employmentId").asString().equals(employment))
                .map(one -> UUID.fromString(one.path("caseId").asString()))
                .findFirst();
    }

    /** Whatever is shown. */
    private static boolean isThere(JsonNode shown) {
        return shown.isContainer();
    }

    private static boolean hasMeetings(JsonNode shown) {
        return !shown.path("meetings").isEmpty();
    }

    private String who(Deed deed, Party party) {
        return party == Party.EMPLOYEE ? deed.employee() : leader(deed);
    }

    /** Who leads on the day on which it is really done. */
    private String leader(Deed deed) {
        return office.leaderOf(deed.employee(), days.count(days.atWork(deed.day())));
    }

    /** As the page names a case's plan. */
    private String planIn(Deed deed) {
        return "/plans/" + DerivedId.of(caseOf(deed), "plan");
    }

    private UUID measureIn(Deed deed, int number) {
        return idIn(deed, "measure/" + number);
    }

    private UUID conversationIn(Deed deed, int on) {
        return idIn(deed, "conversation/" + on);
    }

    private UUID meetingIn(Deed deed) {
        return idIn(deed, "meeting");
    }

    private UUID idIn(Deed deed, String what) {
        return DerivedId.of(NAMESPACE, caseOf(deed) + "/" + what);
    }

    /** The same when it is done again. */
    private static String keyOf(Deed deed) {
        return DerivedId.of(NAMESPACE, deed.toString()).toString();
    }

    private Map<String, Object> appointment(int day, LocalTime at) {
        var starts = days.atWork(day, at);
        return Map.of(
                "startsAt",
                starts.toString(),
                "endsAt",
                starts.plus(HOUR).toString(),
                "place",
                "Møterom Fjord",
                "form",
                "IN_PERSON");
    }

    private List<Map<String, Object>> both(Deed deed) {
        return List.of(
                Map.of("role", "EMPLOYEE", "person", HrOffice.personOf(deed.employee())),
                Map.of("role", "MANAGER", "person", HrOffice.personOf(leader(deed))));
    }
}

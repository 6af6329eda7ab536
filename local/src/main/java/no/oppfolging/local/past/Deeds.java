package no.oppfolging.local.past;

import static no.oppfolging.local.past.Deed.Party.EMPLOYEE;
import static no.oppfolging.local.past.Deed.Party.LEADER;
import static no.oppfolging.local.past.PlanWords.ASSEMBLY;
import static no.oppfolging.local.past.PlanWords.OFFICE;
import static no.oppfolging.local.past.PlanWords.PAINT_SHOP;
import static no.oppfolging.local.past.PlanWords.SHOP;
import static no.oppfolging.local.past.PlanWords.UPHOLSTERY;
import static no.oppfolging.local.past.PlanWords.WAREHOUSE;
import static no.oppfolging.local.past.PlanWords.WORKSHOP;
import static no.oppfolging.local.past.PlanWords.WORKSHOP_PART_TIME;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import no.oppfolging.local.past.Deed.PlanDrafted;
import no.oppfolging.local.past.Deed.PlanGiven;
import no.oppfolging.local.past.Deed.PlanPresented;
import no.oppfolging.local.past.Deed.PlanSigned;
import no.oppfolging.local.past.Deed.PossibleWorkDescribed;
import no.oppfolging.local.past.Deed.RequestAgreedTo;
import no.oppfolging.local.past.Deed.RequestMade;
import no.oppfolging.local.past.Deed.WorkAbilityStated;

/**
 * What those who are away and those who lead them have done until today: most of it in time, some of it late, and some
 * of it left for today.
 */
final class Deeds {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final String PHONE = "PHONE";
    private static final String AT_WORK = "AT_WORK";
    private static final String AWAY = "ON_SICK_LEAVE";
    private static final String EXPECTATIONS = "MUTUAL_EXPECTATIONS";
    private static final String PLANS = "PLANS_TO_FOLLOW_UP";
    private static final String TRUST = "TRUST_AND_COOPERATION";
    private static final String FEEDBACK = "FEEDBACK_BOTH_WAYS";
    private static final String LEARNING = "PROFESSIONAL_DEVELOPMENT";
    private static final String RETURN = "RETURN_OR_AVOID_SICK_LEAVE";
    private static final String PLAN = "PLAN";
    private static final String DM1 = "DM1";

    /** Day by day; on one day in the order in which they are told here. */
    static final List<Deed> ALL = Stream.<List<? extends Deed>>of(
                    // Lageret: Ola has kept up with most, and has a day's work left.
                    contact("kari", -14, PHONE, 7),
                    logged("kari", PHONE, -14, -7, -1),
                    List.of(
                            new WorkAbilityStated(
                                    -7,
                                    "kari",
                                    "Sitte ved et bord: plukklister, etiketter og varetelling på skjerm.",
                                    "Løft over fem kilo, og stå eller gå hele dagen."),
                            new PossibleWorkDescribed(
                                    -7,
                                    "kari",
                                    "Varetelling, etiketter og pakking av beslag.",
                                    "Pakkebord i riktig høyde, og løftehjelp ved porten."),
                            new NewsShared(
                                    -7,
                                    "kari",
                                    "Vi har fått ny pakkelinje ved port 2, og Tone tar ettermiddagsskiftet så lenge."),
                            new RequestMade(
                                    -1,
                                    "kari",
                                    PLAN,
                                    "Jeg vil gjerne at vi skriver planen sammen i begynnelsen av uka.")),
                    List.of(talked("kari", -7, "DIGITAL", AWAY, TRUST, RETURN)),
                    agreedPlan("siri", -28, WAREHOUSE),
                    done("siri", 1, -7),
                    conversation("siri", -21, -14, PLANS, FEEDBACK),
                    contact("siri", -28, AT_WORK, 7),
                    logged("siri", AT_WORK, -28, -21, -14, -7, -1),
                    agreedPlan("per", -42, WAREHOUSE),
                    meeting("per", -42, -28),
                    List.of(talked("per", -14, "IN_PERSON", AWAY, EXPECTATIONS, RETURN)),
                    contact("per", -42, PHONE, 10),
                    logged("per", PHONE, -42, -28, -21, -14),
                    List.of(new ContactProposed(-7, "nils", LEADER, PHONE, 7), new PlanDrafted(-1, "nils", WAREHOUSE)),
                    agreedPlan("randi", -28, WAREHOUSE),
                    logged("randi", PHONE, -28, -14, -7),
                    List.of(new MeetingSummoned(-14, "randi", 0, NINE)),
                    List.of(new PlanPresented(-14, "geir", WAREHOUSE), new PlanSigned(-14, "geir", LEADER)),
                    List.of(
                            new FollowUpOpened(-14, "astri", EMPLOYEE, "EMPLOYEE_OR_MANAGER_SEES_CHALLENGES"),
                            talked("astri", -7, "OFF_SITE", "AT_RISK", EXPECTATIONS, LEARNING)),
                    // Verkstedet: two at a time, in good order, for half a year.
                    followedUp("aksel", -204, WORKSHOP),
                    followedUp("birgit", -204, WORKSHOP_PART_TIME),
                    followedUp("dagny", -177, WORKSHOP),
                    followedUp("erling", -177, WORKSHOP),
                    followedUp("fredrik", -150, WORKSHOP_PART_TIME),
                    followedUp("gerd", -150, WORKSHOP),
                    followedUp("jostein", -123, WORKSHOP),
                    followedUp("kine", -123, WORKSHOP_PART_TIME),
                    followedUp("lillian", -96, WORKSHOP),
                    followedUp("morten", -96, WORKSHOP),
                    followedUp("oddny", -69, WORKSHOP_PART_TIME),
                    followedUp("roar", -69, WORKSHOP),
                    List.of(talked("lillian", -69, "IN_PERSON", AWAY, FEEDBACK, RETURN)),
                    List.of(talked("roar", -42, "OFF_SITE", AWAY, TRUST)),
                    agreedPlan("frode", -42, WORKSHOP_PART_TIME),
                    done("frode", 2, -14),
                    agreedPlan("bente", -28, WORKSHOP),
                    done("bente", 1, -7),
                    contact("bente", -28, PHONE, 14),
                    logged("bente", PHONE, -28, -14, -7),
                    List.of(
                            new RequestMade(
                                    -28, "bente", "MEETING", "Jeg vil gjerne snakke om å begynne på halve dager."),
                            new RequestAgreedTo(-21, "bente", "Ja. Innkallingen er sendt."),
                            new MeetingSummoned(-21, "bente", -7, ONE),
                            new MeetingMoved(-14, "bente", 1, TEN)),
                    // Lakkeriet: a meeting that is not asked for now, one known too late, one late at every stage.
                    agreedPlan("anne", -204, PAINT_SHOP),
                    done("anne", 1, -177),
                    done("anne", 2, -150),
                    List.of(
                            talked("anne", -123, "OFF_SITE", AWAY, TRUST),
                            talked("anne", -69, "IN_PERSON", AWAY, EXPECTATIONS, PLANS)),
                    conversation("anne", -42, -28, PLANS, RETURN),
                    contact("anne", -177, PHONE, 28),
                    logged("anne", PHONE, -177, -150, -123, -96, -69, -42, -28, -14, -1),
                    List.of(new DutyExempted(
                            -177, "anne", DM1, "SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW", Optional.of(2))),
                    List.of(
                            new LatenessExplained(-177, "rolf", PLAN, "HR_DATA_LATE"),
                            new LatenessExplained(-177, "rolf", DM1, "HR_DATA_LATE")),
                    agreedPlan("rolf", -177, PAINT_SHOP),
                    done("rolf", 1, -150),
                    done("rolf", 2, -123),
                    meeting("rolf", -177, -150),
                    conversation("rolf", -69, -42, FEEDBACK, LEARNING),
                    logged("rolf", AT_WORK, -123, -96, -69, -42, -28, -14, -1),
                    agreedPlan("mette", -42, PAINT_SHOP),
                    done("mette", 1, -14),
                    List.of(
                            new PlanPresented(-96, "sverre", PAINT_SHOP),
                            new PlanSigned(-96, "sverre", LEADER),
                            new PlanSigned(-69, "sverre", EMPLOYEE),
                            new PlanGiven(-69, "sverre"),
                            new LatenessExplained(-69, "sverre", PLAN, "MANAGER_ABSENT"),
                            // The first was done two weeks late.
                            new MeasureDone(-42, "sverre", 1),
                            new MeasureDone(-42, "sverre", 2),
                            new MeetingSummoned(-69, "sverre", -55, TEN),
                            new MeetingHeld(-42, "sverre", -55),
                            new LatenessExplained(-42, "sverre", DM1, "ANOTHER_DAY_AGREED")),
                    // Tapetsereriet: a meeting at short notice, and one next week.
                    agreedPlan("ida", -42, UPHOLSTERY),
                    done("ida", 1, -14),
                    conversation("ida", -28, -21, EXPECTATIONS, TRUST),
                    contact("ida", -42, PHONE, 14),
                    logged("ida", PHONE, -42, -28, -21, -14, -1),
                    List.of(
                            new MeetingSummoned(-21, "ida", -17, ONE),
                            new NoticeWaived(-21, "ida"),
                            new MeetingHeld(-14, "ida", -17)),
                    agreedPlan("trond", -69, UPHOLSTERY),
                    done("trond", 1, -42),
                    List.of(
                            new PlanPresented(-14, "trond", UPHOLSTERY),
                            new PlanSigned(-14, "trond", LEADER),
                            new PlanSigned(-14, "trond", EMPLOYEE)),
                    List.of(new MeetingSummoned(-1, "trond", 7, ONE)),
                    // Monteringen: a plan that waits for the employee, and one that waited for a week.
                    List.of(new PlanPresented(-7, "jonas", ASSEMBLY), new PlanSigned(-7, "jonas", LEADER)),
                    agreedPlan("hamza", -21, ASSEMBLY),
                    List.of(
                            new PlanPresented(-21, "lars", ASSEMBLY),
                            new PlanSigned(-21, "lars", LEADER),
                            new PlanSigned(-14, "lars", EMPLOYEE),
                            new PlanGiven(-14, "lars")),
                    // Elsewhere: soon back; a little at work; a plan that waits; a leader who was another by then.
                    List.of(new DutyExempted(-14, "oystein", PLAN, "RETURNS_WITHOUT_ADAPTATION", Optional.empty())),
                    contact("ingrid", -7, AT_WORK, 7),
                    List.of(new PlanPresented(-7, "helene", OFFICE), new PlanSigned(-7, "helene", LEADER)),
                    agreedPlan("emma", -14, SHOP),
                    conversation("emma", -14, -7, PLANS, EXPECTATIONS),
                    List.of(new LatenessExplained(-1, "amina", PLAN, "MANAGER_CHANGED")))
            .<Deed>flatMap(List::stream)
            .sorted(Comparator.comparingInt(Deed::day))
            .toList();

    private Deeds() {}

    static List<Deed> on(int day) {
        return ALL.stream().filter(deed -> deed.day() == day).toList();
    }

    private static List<Deed> agreedPlan(String employee, int day, PlanWords words) {
        return List.of(
                new PlanPresented(day, employee, words),
                new PlanSigned(day, employee, LEADER),
                new PlanSigned(day, employee, EMPLOYEE),
                new PlanGiven(day, employee));
    }

    /** Summoned on one of the days, held on another. */
    private static List<Deed> meeting(String employee, int summoned, int held) {
        return List.of(new MeetingSummoned(summoned, employee, held, NINE), new MeetingHeld(held, employee, held));
    }

    /** Planned on one of the days, held on another. */
    private static List<Deed> conversation(String employee, int planned, int held, String... purposes) {
        return List.of(
                new ConversationPlanned(planned, employee, held, NINE, List.of(purposes)),
                new ConversationHeld(held, employee, held));
    }

    /** Without having planned to; entered the same day. */
    private static Deed talked(String employee, int day, String form, String occasion, String... purposes) {
        return new ConversationEntered(day, employee, day, form, occasion, List.of(purposes));
    }

    private static List<Deed> done(String employee, int measure, int day) {
        return List.of(new MeasureDone(day, employee, measure));
    }

    /** A plan, and four weeks later the meeting, when what was agreed on has been done too. */
    private static List<Deed> followedUp(String employee, int day, PlanWords words) {
        var nextDay = Past.DAYS.get(Past.DAYS.indexOf(day) + 1);
        return Stream.of(
                        agreedPlan(employee, day, words),
                        meeting(employee, day, nextDay),
                        done(employee, 1, nextDay),
                        done(employee, 2, nextDay))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Deed> contact(String employee, int day, String channel, int everyDays) {
        return List.of(
                new ContactProposed(day, employee, LEADER, channel, everyDays),
                new ContactAgreed(day, employee, EMPLOYEE));
    }

    private static List<Deed> logged(String employee, String channel, int... days) {
        return IntStream.of(days)
                .<Deed>mapToObj(day -> new ContactLogged(day, employee, channel, day))
                .toList();
    }
}

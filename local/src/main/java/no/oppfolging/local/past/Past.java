package no.oppfolging.local.past;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import no.oppfolging.local.AtOnce;
import no.oppfolging.local.clock.Clockwork;
import no.oppfolging.local.company.CompanyFeed;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.past.Diary.Entry;
import no.oppfolging.local.visits.Api;
import no.oppfolging.local.visits.WentWrong;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * The past of the made-up company. On each of a few days the clock stops, HR tells what is new, and people do what they
 * did; in the end it is today.
 */
public final class Past {
    /** The days on which something was done. From one to the next there is less than what the law gives for a plan. */
    static final List<Integer> DAYS = List.of(-204, -177, -150, -123, -96, -69, -42, -28, -21, -14, -7, -1);

    static final int TODAY = 0;
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Diary diary;
    private final Clockwork clock;
    private final CompanyFeed feed;
    private final Api api;
    private final String issuer;
    private final PrintStream progress;

    public Past(Diary diary, Clockwork clock, CompanyFeed feed, Api api, String issuer, PrintStream progress) {
        this.diary = diary;
        this.clock = clock;
        this.feed = feed;
        this.api = api;
        this.issuer = issuer;
        this.progress = progress;
    }

    /** Notes that the company has a past; when it begins. */
    public static Instant begin(Diary diary, Instant now) {
        var days = new Days(LegalDay.of(now));
        diary.begin(days.today(), DAYS.getFirst());
        return days.atWork(DAYS.getFirst(), MORNING);
    }

    /** Notes that nobody at the company has done anything until today. */
    public static void beginToday(Diary diary, Instant now) {
        diary.begin(LegalDay.of(now), TODAY);
    }

    /**
     * Tells what has not been told yet.
     *
     * @param mustBeWanted asked again and again
     */
    public void goOn(Runnable mustBeWanted) {
        var entry = diary.read();
        if (entry.isOver()) {
            return;
        }
        for (var day : DAYS) {
            if (day >= entry.begins() && day > entry.told()) {
                live(day, entry, mustBeWanted);
            }
        }
        mustBeWanted.run();
        clock.catchUp();
        hrTells(entry, TODAY);
        progress.println("Waiting until every service has heard it …");
        clock.awaitRest();
        diary.note(TODAY);
    }

    private void live(int day, Entry entry, Runnable mustBeWanted) {
        mustBeWanted.run();
        var days = new Days(entry.today());
        clock.leapTo(days.atWork(day, MORNING));
        var news = hrTells(entry, day);
        var deeds = Deeds.on(day);
        progress.printf(
                "  %s: HR tells %d things, people do %d%n", IN_WORDS.format(days.atWork(day)), news, deeds.size());
        doAll(deeds, new Doing(api, days, new HrOffice(issuer, entry.today(), clock.now())), mustBeWanted);
        clock.awaitRest();
        diary.note(day);
    }

    /** In one case one thing after another; in several cases at once, for people do not wait for one another. */
    private void doAll(List<Deed> deeds, Doing doing, Runnable mustBeWanted) {
        var cases = deeds.stream().collect(Collectors.groupingBy(Deed::employee));
        List<CompletableFuture<Void>> all;
        try (var atOnce = new AtOnce()) {
            all = cases.values().stream()
                    .map(some -> atOnce.begin(() -> some.forEach(deed -> {
                        mustBeWanted.run();
                        doIt(doing, deed);
                    })))
                    .toList();
        }
        all.forEach(AtOnce::arrived);
    }

    /** On some days of the year one thing or another cannot be done; that is no reason to have no company. */
    private void doIt(Doing doing, Deed deed) {
        try {
            doing.does(deed);
        } catch (WentWrong wrong) {
            progress.printf(
                    "  %s of %s was not done: %s%n",
                    deed.getClass().getSimpleName(), deed.employee(), wrong.getMessage());
        }
    }

    private int hrTells(Entry entry, int day) {
        var days = new Days(entry.today());
        var office = new HrOffice(issuer, entry.today(), clock.now());
        var isFirst = day == entry.begins();
        if (isFirst) {
            feed.tellOfEveryone(office);
        }
        var before = DAYS.stream().filter(earlier -> earlier < day).reduce((_, last) -> last);
        var after = isFirst
                ? Integer.MIN_VALUE
                : before.map(last -> days.count(days.atWork(last))).orElseThrow();
        return feed.tellNews(office, after, day == TODAY ? TODAY : days.count(days.atWork(day)));
    }
}

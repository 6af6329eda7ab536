package no.oppfolging.local.company;

import java.util.List;
import java.util.Optional;
import no.oppfolging.local.company.Happening.Away;
import no.oppfolging.local.company.Happening.Led;
import no.oppfolging.local.company.Happening.Left;
import no.oppfolging.local.company.Happening.Withdrawn;

/**
 * Who is away or has been: all kinds of absence, at all stages. The plan is due 27 days after the first day, the
 * dialogue meeting 48 days after it.
 */
final class Happenings {
    private static final String SELF = "SELF_CERTIFIED";
    private static final String NOTE = "SICK_NOTE";
    private static final String VACATION = "VACATION";
    private static final int WHOLLY = 100;
    private static final int TODAY = 0;

    static final List<Happening> ALL = List.of(
            // Lageret: a day's work for Ola.
            note("kari", 1, WHOLLY, -21, 60),
            note("siri", 1, 50, -42, 40),
            note("per", 1, WHOLLY, -63, 20),
            note("nils", 1, WHOLLY, -27, 20),
            note("randi", 1, WHOLLY, -48, 13),
            note("geir", 1, WHOLLY, -35, -1),
            selfCertified("tone", 1, -1, 1),
            // Verkstedet: first self-certified, then certified; vacation in between; treatment days; made shorter; and
            // two every fourth week, who have been back for long or are back now.
            selfCertified("liv", 1, TODAY, 2),
            selfCertified("knut", 1, -26, -24),
            note("knut", 2, WHOLLY, -23, 10),
            note("bente", 1, WHOLLY, -47, 30),
            note("frode", 1, WHOLLY, -60, -40),
            away("frode", 2, VACATION, -39, -26),
            note("frode", 3, 80, -25, 5),
            away("gro", 1, "TREATMENT_DAYS", -30, 30),
            note("leif", 1, WHOLLY, -40, 30),
            corrected("leif", 1, 2, WHOLLY, -40, -18, -17),
            note("aksel", 1, WHOLLY, -218, -160),
            note("birgit", 1, WHOLLY, -213, -152),
            note("dagny", 1, WHOLLY, -191, -139),
            note("erling", 1, WHOLLY, -186, -130),
            note("fredrik", 1, WHOLLY, -164, -98),
            note("gerd", 1, WHOLLY, -159, -107),
            note("jostein", 1, WHOLLY, -137, -84),
            note("kine", 1, WHOLLY, -132, -70),
            note("lillian", 1, WHOLLY, -110, -57),
            note("morten", 1, WHOLLY, -105, -52),
            note("oddny", 1, WHOLLY, -83, -25),
            note("roar", 1, WHOLLY, -78, -28),
            // Lakkeriet: long ones, and some that are over.
            open("anne", 1, WHOLLY, -210),
            note("rolf", 1, WHOLLY, -350, -201),
            note("rolf", 2, 60, -200, -101),
            note("rolf", 3, 20, -100, 12),
            note("mette", 1, WHOLLY, -50, -10),
            note("sverre", 1, WHOLLY, -110, -35),
            // Tapetsereriet: sick again after a week, the same case; after three weeks, another.
            note("ida", 1, WHOLLY, -56, -30),
            note("ida", 2, WHOLLY, -22, 14),
            note("trond", 1, WHOLLY, -80, -52),
            note("trond", 2, WHOLLY, -31, 9),
            away("silje", 1, VACATION, -5, 9),
            // Monteringen: two positions; the journey paid; leave; grade corrected; withdrawn.
            note("jonas", 1, WHOLLY, -24, 20),
            new Away("jonas", 2, 2, 1, NOTE, 60, -24, Optional.of(20), -23),
            note("hamza", 1, WHOLLY, -40, -12),
            away("hamza", 2, "TRAVEL_SUBSIDY", -11, 20),
            away("marte", 1, "LEAVE", -12, 40),
            note("lars", 1, WHOLLY, -38, 25),
            corrected("lars", 1, 2, 60, -38, 25, -10),
            note("eva", 1, WHOLLY, -20, 5),
            new Withdrawn("eva", 1, 1, 2, -4),
            // Elsewhere: known late; partly from the start; back before the note ended; full hours after all.
            new Away("petter", 1, 1, 1, NOTE, WHOLLY, -44, Optional.of(12), TODAY),
            note("ingrid", 1, 40, -15, 30),
            note("oystein", 1, WHOLLY, -33, 10),
            away("oystein", 2, "BACK_AT_WORK", -5, 10),
            note("helene", 1, 50, -19, 10),
            away("helene", 2, "CORRECTED_HOURS", -3, 10),
            // The shops: the position ends; another leader; a new one; vacation that follows on.
            note("emma", 1, WHOLLY, -36, 30),
            new Left("emma", 1, -4),
            note("amina", 1, WHOLLY, -36, 12),
            new Led("amina", 1, "solveig", -3),
            selfCertified("thea", 1, -5, -3),
            note("thea", 2, WHOLLY, -2, 12),
            note("maren", 1, WHOLLY, -9, 9),
            away("maren", 2, VACATION, 10, 20));

    private Happenings() {}

    private static Away note(String subject, int absence, int grade, int from, int to) {
        return new Away(subject, 1, absence, 1, NOTE, grade, from, Optional.of(to), theDayAfter(from));
    }

    private static Away open(String subject, int absence, int grade, int from) {
        return new Away(subject, 1, absence, 1, NOTE, grade, from, Optional.empty(), theDayAfter(from));
    }

    private static Away corrected(String subject, int absence, int revision, int grade, int from, int to, int toldOn) {
        return new Away(subject, 1, absence, revision, NOTE, grade, from, Optional.of(to), toldOn);
    }

    private static Away selfCertified(String subject, int absence, int from, int to) {
        return away(subject, absence, SELF, from, to);
    }

    private static Away away(String subject, int absence, String kind, int from, int to) {
        return new Away(subject, 1, absence, 1, kind, 0, from, Optional.of(to), theDayAfter(from));
    }

    private static int theDayAfter(int day) {
        return Math.min(day + 1, TODAY);
    }
}

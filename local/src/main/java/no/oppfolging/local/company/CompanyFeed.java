package no.oppfolging.local.company;

import java.io.PrintStream;
import java.util.List;

/** Tells who works at Fjordlys and who is away, as an HR system would: over the topic. */
public final class CompanyFeed {
    private static final int AT_ONCE = 50;

    private final HrSystem hr;
    private final PrintStream progress;

    public CompanyFeed(HrSystem hr, PrintStream progress) {
        this.hr = hr;
        this.progress = progress;
    }

    /** Tells who works there. */
    public void tellOfEveryone(HrOffice office) {
        var people = office.everyone();
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var to = Math.min(from + AT_ONCE, people.size());
            hr.tell(people.subList(from, to));
            progress.printf("  HR has told %d of %d positions%n", to, people.size());
        }
    }

    /** Tells what is new of those who are away; how much it was. */
    public int tellNews(HrOffice office, int after, int upTo) {
        List<HrMessage> news = office.happenings(after, upTo);
        hr.tell(news);
        return news.size();
    }
}

package no.oppfolging.cases.pages;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;

/**
 * All cases of an organisation as HR looks through them: searched, narrowed and put in order here, not in the browser.
 */
record CaseRegister(List<Entry> found, Search search) {
    static final int ON_A_PAGE = 50;
    /** Å comes last. */
    private static final Collator NORWEGIAN = Collator.getInstance(Locale.of("nb", "NO"));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    /** One case; {@code unit} is empty where HR's system names none. */
    public record Entry(CaseOverview overview, String name, String unit, Standing standing) {
        public Optional<CaseDeadline> next() {
            return overview.next();
        }

        /** What is to be accounted for: days that were missed, and duties that are exempt. */
        public List<CaseDeadline> remarks() {
            return overview.deadlines().stream()
                    .filter(deadline -> deadline.outcome() == Outcome.MISSED || deadline.outcome() == Outcome.EXEMPT)
                    .toList();
        }

        private LocalDate dueOn() {
            return next().map(CaseDeadline::dueOn).orElse(LocalDate.MAX);
        }
    }

    /** How a case stands as a whole, the most pressing first. */
    public enum Standing {
        MISSED,
        WAITING,
        DUE_SOON,
        OPEN,
        NOTHING_DUE,
        CLOSED;

        static Standing of(CaseOverview overview, LocalDate today) {
            if (overview.closedOn().isPresent()) {
                return CLOSED;
            }
            if (overview.deadlines().stream().anyMatch(deadline -> deadline.outcome() == Outcome.MISSED)) {
                return MISSED;
            }
            return overview.next()
                    .map(next -> Standing.valueOf(CasesPage.standing(next, today)))
                    .orElse(NOTHING_DUE);
        }
    }

    /** What comes first. */
    public enum Order {
        DUE,
        STARTED,
        NAME,
        UNIT;

        Comparator<Entry> comparator() {
            return switch (this) {
                case DUE -> Comparator.comparing(Entry::dueOn);
                case STARTED ->
                    Comparator.comparing((Entry entry) -> entry.overview().startedOn())
                            .reversed();
                case NAME -> Comparator.comparing(Entry::name, NORWEGIAN);
                case UNIT -> Comparator.comparing(Entry::unit, NORWEGIAN);
            };
        }
    }

    /**
     * What is looked for.
     *
     * @param words every one of them stands in the name or the unit
     * @param standing empty for all that are not closed
     * @param page from 1
     */
    public record Search(String words, Optional<Standing> standing, Order order, int page) {
        boolean finds(Entry entry) {
            var text = (entry.name() + " " + entry.unit()).toLowerCase(Locale.ROOT);
            return standing.map(wanted -> entry.standing() == wanted).orElse(entry.standing() != Standing.CLOSED)
                    && BETWEEN_WORDS
                            .splitAsStream(words.toLowerCase(Locale.ROOT))
                            .allMatch(text::contains);
        }
    }

    static CaseRegister of(List<Entry> all, Search search) {
        return new CaseRegister(
                all.stream()
                        .filter(search::finds)
                        .sorted(search.order()
                                .comparator()
                                .thenComparing(
                                        entry -> entry.overview().caseId().toString()))
                        .toList(),
                search);
    }

    public List<Entry> page() {
        return found.stream()
                .skip((long) (pageNumber() - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .toList();
    }

    /** A page that is not there is the nearest one that is. */
    public int pageNumber() {
        return Math.clamp(search.page(), 1, pages());
    }

    public int pages() {
        return Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    }
}

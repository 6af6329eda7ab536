package no.oppfolging.cases.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;

/**
 * All cases of an organisation as HR looks through them: searched, narrowed and put in order here, not in the browser.
 *
 * @param disputed in how many of all of them an employee waits for the leader's answer to a disagreement
 */
record CaseRegister(List<Entry> found, Search search, long disputed) {
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

        /** What became of a case that is over, nobody waits for. */
        boolean isDisputed() {
            return standing != Standing.CLOSED && overview.deadlines().stream().anyMatch(CaseDeadline::disputed);
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

    /** The column by which they are put in order. */
    public enum Order {
        NAME,
        UNIT,
        STARTED,
        DUE,
        STANDING;

        /** Where nothing is due, there is nothing to come first with. */
        private Comparator<Entry> comparator(Direction direction) {
            return switch (this) {
                case NAME -> direction.of(Comparator.comparing(Entry::name, NORWEGIAN));
                case UNIT -> direction.of(Comparator.comparing(Entry::unit, NORWEGIAN));
                case STARTED ->
                    direction.of(Comparator.comparing(entry -> entry.overview().startedOn()));
                case DUE ->
                    Comparator.comparing((Entry entry) -> entry.next().isEmpty())
                            .thenComparing(direction.of(Comparator.comparing(Entry::dueOn)));
                case STANDING -> direction.of(Comparator.comparing(Entry::standing));
            };
        }

        /** The newest case first, and else as one would look it up. */
        Direction usual() {
            return this == STARTED ? Direction.DESCENDING : Direction.ASCENDING;
        }
    }

    /** Which end of a column comes first. */
    public enum Direction {
        ASCENDING,
        DESCENDING;

        private Comparator<Entry> of(Comparator<Entry> comparator) {
            return this == ASCENDING ? comparator : comparator.reversed();
        }

        private Direction other() {
            return this == ASCENDING ? DESCENDING : ASCENDING;
        }
    }

    /** By which column, and from which end; from its usual one where that is not said. */
    public record Sorting(Order by, Direction direction) {
        static Sorting of(Order by, Optional<Direction> direction) {
            return new Sorting(by, direction.orElse(by.usual()));
        }

        /** What a click on the heading of a column leads to: the column from its usual end, or turned round. */
        Sorting clicked(Order column) {
            return column == by ? new Sorting(by, direction.other()) : of(column, Optional.empty());
        }

        Comparator<Entry> comparator() {
            return by.comparator(direction)
                    .thenComparing(entry -> entry.overview().caseId().toString());
        }
    }

    /**
     * What is looked for.
     *
     * @param words every one of them stands in the name or the unit
     * @param standing empty for all that are not closed
     * @param duty which deadline the case has, and where an outcome is asked for too, the one that has it
     * @param page from 1
     */
    public record Search(
            String words,
            Optional<Standing> standing,
            Optional<Stage> duty,
            Optional<Outcome> outcome,
            Sorting sorting,
            int page) {
        boolean finds(Entry entry) {
            var text = (entry.name() + " " + entry.unit()).toLowerCase(Locale.ROOT);
            return standing.map(wanted -> entry.standing() == wanted).orElse(entry.standing() != Standing.CLOSED)
                    && hasDeadline(entry.overview())
                    && BETWEEN_WORDS
                            .splitAsStream(words.toLowerCase(Locale.ROOT))
                            .allMatch(text::contains);
        }

        private boolean hasDeadline(CaseOverview overview) {
            return (duty.isEmpty() && outcome.isEmpty())
                    || overview.deadlines().stream()
                            .anyMatch(deadline -> duty.map(deadline.stage()::equals)
                                            .orElse(true)
                                    && outcome.map(deadline.outcome()::equals).orElse(true));
        }

        /** The same, put in order by the heading of a column that was clicked. */
        public Search by(Order column) {
            return new Search(words, standing, duty, outcome, sorting.clicked(column), 1);
        }

        public Search on(int otherPage) {
            return new Search(words, standing, duty, outcome, sorting, otherPage);
        }

        /** What an address ends with that leads here. */
        public String query() {
            var asked = new LinkedHashMap<String, String>();
            asked.put("q", words);
            asked.put("standing", standing.map(Standing::name).orElse(""));
            asked.put("duty", duty.map(Stage::name).orElse(""));
            asked.put("outcome", outcome.map(Outcome::name).orElse(""));
            asked.put("order", sorting.by().name());
            asked.put("direction", sorting.direction().name());
            asked.put("page", page == 1 ? "" : Integer.toString(page));
            return asked.entrySet().stream()
                    .filter(one -> !one.getValue().isEmpty())
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "?", ""));
        }
    }

    static CaseRegister of(List<Entry> all, Search search) {
        return new CaseRegister(
                all.stream()
                        .filter(search::finds)
                        .sorted(search.sorting().comparator())
                        .toList(),
                search,
                all.stream().filter(Entry::isDisputed).count());
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

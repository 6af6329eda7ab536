package no.oppfolging.cases.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.DayKind;
import no.oppfolging.cases.read.history.CaseStory.Told;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * A case drawn on an axis of weeks from its first day: absences with their grade, deadlines, meetings, and what became
 * of the plan. It is folded from what is told alone, so that any past instant can be drawn as it stood.
 */
record CasePicture(LocalDate first, LocalDate last, LocalDate today, List<Band> bands, List<Mark> marks) {
    static final int WIDTH = 720;
    private static final int ABSENCES_END = 62;
    private static final int ROW = 24;
    private static final int LINE = 14;
    private static final int MARGIN = 8;
    private static final int WEEKS_AHEAD = 1;
    private static final int LEAST_WEEKS = 8;
    private static final int MOST_TICKS = 14;
    private static final int ROOM_FOR_A_NUMBER = 20;
    private static final int HALF_A_MARK = 9;
    private static final int LETTER = 6;
    private static final int LETTERS_OF_A_DAY = 7;

    /** An absence: {@code grade} is the share of the position away, in per cent. */
    public record Band(LocalDate from, LocalDate until, boolean open, AbsenceKind kind, int grade, Span span) {
        /** Sick, or another way of being away. */
        public boolean sick() {
            return kind.dayKind() == DayKind.SICK;
        }
    }

    /** Where something lies on the axis. */
    public record Span(double x, double width) {
        boolean touches(Span other) {
            return x <= other.x + other.width && other.x <= x + width;
        }
    }

    /**
     * One day on which something is due or happened.
     *
     * @param what the key of its words
     * @param before whether its words stand before it, as there is no room for them after it
     * @param step the line on which it stands with its words
     */
    public record Mark(LocalDate day, Sort sort, String what, String look, double x, boolean before, int step) {
        Mark(LocalDate day, Sort sort, String what, String look) {
            this(day, sort, what, look, 0, false, 0);
        }
    }

    /** What a mark stands for; its row and its words follow. */
    public enum Sort {
        DEADLINE,
        MEETING,
        PLAN
    }

    /** Where a week begins, counted from the first day. */
    public record Week(int number, double x) {}

    /**
     * @param told what was known, in order
     * @param words what is written beside a mark, by its key
     */
    static CasePicture of(
            LocalDate startedOn,
            Optional<LocalDate> closedOn,
            LocalDate today,
            List<Told> told,
            UnaryOperator<String> words) {
        var absences = new LinkedHashMap<String, Told>();
        var deadlines = new LinkedHashMap<String, Mark>();
        var meetings = new LinkedHashMap<String, Mark>();
        var plans = new LinkedHashMap<LocalDate, Mark>();
        for (var one : told) {
            switch (one.simpleName()) {
                case "AbsenceRegistered", "AbsenceCorrected" -> absences.put(one.detail("absenceId"), one);
                case "AbsenceWithdrawn" -> absences.remove(one.detail("absenceId"));
                case "DeadlineSet", "DeadlineRecalculated", "DeadlineRevived" -> due(one, deadlines, "info");
                case "DeadlineMet", "DeadlineFoundMet" -> due(one, deadlines, "success");
                case "DeadlineMissed" -> due(one, deadlines, "danger");
                case "DeadlineExempted" -> due(one, deadlines, "neutral");
                case "DeadlineLapsed", "DeadlineNotRequired" -> deadlines.remove(one.detail("stage"));
                case "MeetingSummoned", "MeetingMoved" ->
                    startOf(one).ifPresent(day -> meeting(one, meetings, day, "info"));
                case "MeetingHeld", "ConversationEntered" ->
                    meeting(one, meetings, LocalDate.parse(one.detail("heldOn")), "success");
                case "MeetingCancelled", "ConversationStruck" -> meetings.remove(one.detail("meetingId"));
                case "PlanPresented", "PlanSigned" -> plan(one, plans, "info");
                case "PlanAgreed" -> plan(one, plans, "success");
                default -> {}
            }
        }
        var bands = absences.values().stream()
                .map(one -> band(one, today))
                .filter(band -> !band.until().isBefore(startedOn))
                .filter(band -> closedOn.map(day -> !band.from().isAfter(day)).orElse(true))
                .sorted(Comparator.comparing(Band::from))
                .toList();
        var marks = Stream.of(deadlines.values(), meetings.values(), plans.values())
                .flatMap(Collection::stream)
                .toList();
        return placed(startedOn, closedOn.orElse(today), today, bands, marks, words);
    }

    private static CasePicture placed(
            LocalDate first,
            LocalDate reached,
            LocalDate today,
            List<Band> bands,
            List<Mark> marks,
            UnaryOperator<String> words) {
        var last = Stream.of(
                        Stream.of(reached, first.plusWeeks(LEAST_WEEKS)),
                        bands.stream().map(Band::until),
                        marks.stream().map(Mark::day))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElse(reached)
                .plusWeeks(WEEKS_AHEAD);
        var axis = new CasePicture(first, last, today, List.of(), List.of());
        return new CasePicture(
                first,
                last,
                today,
                bands.stream().map(axis::placed).toList(),
                Stream.of(Sort.values())
                        .flatMap(sort -> axis.placed(
                                marks.stream()
                                        .filter(mark -> mark.sort() == sort)
                                        .sorted(Comparator.comparing(Mark::day))
                                        .toList(),
                                words))
                        .toList());
    }

    private Band placed(Band band) {
        var from = band.from().isBefore(first) ? first : band.from();
        var x = at(from);
        return new Band(
                band.from(),
                band.until(),
                band.open(),
                band.kind(),
                band.grade(),
                new Span(x, at(band.until().plusDays(1)) - x));
    }

    /** A mark stands with its words on the first line on which they run into no others. */
    private Stream<Mark> placed(List<Mark> row, UnaryOperator<String> words) {
        var placed = new ArrayList<Mark>();
        var lines = new ArrayList<List<Span>>();
        for (var mark : row) {
            var x = at(mark.day().isBefore(first) ? first : mark.day());
            var width = HALF_A_MARK + LETTER * (words.apply(mark.what()).length() + LETTERS_OF_A_DAY);
            var before = x + width > WIDTH;
            var room = new Span(before ? x - width : x - HALF_A_MARK, width + HALF_A_MARK);
            var step = 0;
            while (step < lines.size() && lines.get(step).stream().anyMatch(room::touches)) {
                step++;
            }
            if (step == lines.size()) {
                lines.add(new ArrayList<>());
            }
            lines.get(step).add(room);
            placed.add(new Mark(mark.day(), mark.sort(), mark.what(), mark.look(), x, before, step));
        }
        return placed.stream();
    }

    /** Weeks counted from the first day, as many as can be read. */
    public List<Week> weeks() {
        var count = (int) ChronoUnit.WEEKS.between(first, last) + 1;
        var every = Math.max(1, (count + MOST_TICKS - 1) / MOST_TICKS);
        return IntStream.range(0, count)
                .filter(week -> week % every == 0)
                .mapToObj(week -> new Week(week + 1, at(first.plusWeeks(week))))
                .filter(week -> week.x() <= WIDTH - ROOM_FOR_A_NUMBER)
                .toList();
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return under(Stream.of(Sort.values()));
    }

    /** Where the marks of a sort stand; a sort without any takes no room. */
    public int top(Sort sort) {
        return under(Stream.of(Sort.values()).takeWhile(above -> above != sort));
    }

    private int under(Stream<Sort> above) {
        return ABSENCES_END + ROW * 2 / 3 + above.mapToInt(this::heightOf).sum();
    }

    private int heightOf(Sort sort) {
        return marks.stream()
                .filter(mark -> mark.sort() == sort)
                .mapToInt(mark -> ROW + LINE * mark.step())
                .max()
                .orElse(0);
    }

    public Optional<Double> todayAt() {
        return today.isBefore(first) || today.isAfter(last) ? Optional.empty() : Optional.of(at(today));
    }

    private double at(LocalDate day) {
        var days = (double) ChronoUnit.DAYS.between(first, last);
        var x = MARGIN + (WIDTH - 2 * MARGIN) * ChronoUnit.DAYS.between(first, day) / days;
        return Math.round(x * 10) / 10.0;
    }

    private static Band band(Told one, LocalDate today) {
        var from = LocalDate.parse(one.detail("from"));
        var until = one.detail("to");
        var open = until.isEmpty();
        var seen = from.isAfter(today) ? from : today;
        return new Band(
                from,
                open ? seen : LocalDate.parse(until),
                open,
                AbsenceKind.valueOf(one.detail("kind")),
                Integer.parseInt(one.detail("grade")),
                new Span(0, 0));
    }

    private static void due(Told one, Map<String, Mark> deadlines, String look) {
        var stage = one.detail("stage");
        deadlines.put(stage, new Mark(LocalDate.parse(one.detail("due")), Sort.DEADLINE, "stage." + stage, look));
    }

    private static void meeting(Told one, Map<String, Mark> meetings, LocalDate day, String look) {
        meetings.put(one.detail("meetingId"), new Mark(day, Sort.MEETING, "event." + one.simpleName(), look));
    }

    /** What the plan came to that day; the list in words has each step. */
    private static void plan(Told one, Map<LocalDate, Mark> plans, String look) {
        var day = LegalDay.of(one.recordedAt());
        plans.put(day, new Mark(day, Sort.PLAN, "event." + one.simpleName(), look));
    }

    private static Optional<LocalDate> startOf(Told one) {
        return Optional.ofNullable(one.details().get("appointment"))
                .map(appointment -> appointment.path("startsAt").asString(""))
                .filter(startsAt -> !startsAt.isEmpty())
                .map(startsAt -> LegalDay.of(Instant.parse(startsAt)));
    }
}

package no.oppfolging.plans.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanRefused;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.plans.workbench.Draft;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.Chosen;

/**
 * What the form of a plan sends: plain strings, so that nothing written is lost because something else was wrong.
 *
 * @param plannedMeasures the rows, also those that say nothing
 * @param warned the writer has seen the warning about words, and goes on
 */
public record PlanForm(
        String goals,
        String workTasks,
        String canDo,
        String cannotDo,
        String measures,
        String authorityHelp,
        String followUp,
        String successCriteria,
        String evaluationDate,
        String employeeContributed,
        String whyNotContributed,
        List<MeasureForm> plannedMeasures,
        String warned) {
    private static final String MEASURES = "plannedMeasures";
    private static final String UUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @SuppressWarnings("NullAway") // the web framework hands in null for a field that was not sent
    public PlanForm {
        goals = Chosen.typed(goals);
        workTasks = Chosen.typed(workTasks);
        canDo = Chosen.typed(canDo);
        cannotDo = Chosen.typed(cannotDo);
        measures = Chosen.typed(measures);
        authorityHelp = Chosen.typed(authorityHelp);
        followUp = Chosen.typed(followUp);
        successCriteria = Chosen.typed(successCriteria);
        evaluationDate = Chosen.typed(evaluationDate);
        employeeContributed = Chosen.typed(employeeContributed);
        whyNotContributed = Chosen.typed(whyNotContributed);
        // As many as were sent: the framework looks each of them up again by its place.
        plannedMeasures = plannedMeasures == null
                ? List.of()
                : plannedMeasures.stream()
                        .map(row -> row == null ? MeasureForm.NOTHING : row)
                        .toList();
        warned = Chosen.typed(warned);
    }

    /** One row of the measures: what, in which way, whose, and by when; its id says nothing by itself. */
    public record MeasureForm(String id, String category, String what, String responsible, String dueOn) {
        private static final MeasureForm NOTHING = new MeasureForm("", "", "", "", "");

        @SuppressWarnings("NullAway") // the web framework hands in null for a field that was not sent
        public MeasureForm {
            id = Chosen.typed(id);
            category = Chosen.typed(category);
            what = Chosen.typed(what);
            responsible = Chosen.typed(responsible);
            dueOn = Chosen.typed(dueOn);
        }

        private static MeasureForm empty(MeasureId id) {
            return new MeasureForm(id.toString(), "", "", "", "");
        }

        private static MeasureForm of(PlannedMeasure measure) {
            return new MeasureForm(
                    measure.id().toString(),
                    measure.category().name(),
                    measure.what().text(),
                    measure.responsible().name(),
                    measure.dueOn().toString());
        }

        private boolean isEmpty() {
            return category.isEmpty() && what.isEmpty() && responsible.isEmpty() && dueOn.isEmpty();
        }

        private Map<String, String> fields() {
            return Map.of("id", id, "category", category, "what", what, "responsible", responsible, "dueOn", dueOn);
        }

        /** The measure it would be; empty while something is missing. */
        private Optional<PlannedMeasure> read(PersonId employee) {
            var way = Stream.of(MeasureVerb.values())
                    .filter(one -> one.name().equals(category))
                    .findFirst();
            var whose = Stream.of(Party.values())
                    .filter(one -> one.name().equals(responsible))
                    .findFirst();
            var day = PlanForm.day(dueOn);
            if (what.isEmpty() || way.isEmpty() || whose.isEmpty() || day.isEmpty() || !id.matches(UUID_PATTERN)) {
                return Optional.empty();
            }
            var text = new PersonalText(employee, what);
            return Optional.of(new PlannedMeasure(MeasureId.of(id), way.get(), text, whose.get(), day.get()));
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    static PlanForm empty() {
        return of(Map.of(), "", "", List.of());
    }

    static PlanForm of(Draft draft) {
        var evaluation = draft.evaluationDate().map(LocalDate::toString).orElse("");
        var contributed = draft.employeeContributed().map(String::valueOf).orElse("");
        return of(draft.sections(), evaluation, contributed, rowsIn(draft.sections()));
    }

    static PlanForm of(PlanContent content) {
        var contributed = String.valueOf(content.employeeContributed());
        var rows = content.plannedMeasures().stream().map(MeasureForm::of).toList();
        return of(content.sections(), content.evaluationDate().toString(), contributed, rows);
    }

    private static PlanForm of(
            Map<String, PersonalText> sections, String evaluation, String contributed, List<MeasureForm> rows) {
        return new PlanForm(
                text(sections, "goals"),
                text(sections, "workTasks"),
                text(sections, "canDo"),
                text(sections, "cannotDo"),
                text(sections, "measures"),
                text(sections, "authorityHelp"),
                text(sections, "followUp"),
                text(sections, "successCriteria"),
                evaluation,
                contributed,
                text(sections, "whyNotContributed"),
                rows,
                "");
    }

    private static List<MeasureForm> rowsIn(Map<String, PersonalText> sections) {
        return IntStream.iterate(0, row -> sections.containsKey(nameOf(row, "id")), row -> row + 1)
                .mapToObj(row -> new MeasureForm(
                        text(sections, nameOf(row, "id")),
                        text(sections, nameOf(row, "category")),
                        text(sections, nameOf(row, "what")),
                        text(sections, nameOf(row, "responsible")),
                        text(sections, nameOf(row, "dueOn"))))
                .toList();
    }

    /** What a field of a row is called, in the form and in a draft. */
    private static String nameOf(int row, String field) {
        return MEASURES + "[" + row + "]." + field;
    }

    private static String text(Map<String, PersonalText> sections, String name) {
        var text = sections.get(name);
        return text == null ? "" : text.text();
    }

    /** The texts by the names of their sections, in the order they stand. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("goals", goals);
        texts.put("workTasks", workTasks);
        texts.put("canDo", canDo);
        texts.put("cannotDo", cannotDo);
        texts.put("measures", measures);
        texts.put("authorityHelp", authorityHelp);
        texts.put("followUp", followUp);
        texts.put("successCriteria", successCriteria);
        texts.put("whyNotContributed", whyNotContributed);
        return texts;
    }

    /** All that is looked through for words of illness, by where it stands. */
    Map<String, String> written() {
        var written = new LinkedHashMap<>(texts());
        written.put(MEASURES, filled().stream().map(MeasureForm::what).collect(Collectors.joining("\n")));
        return written;
    }

    /** The rows to show: those that say something, and one more to go on with. */
    List<MeasureForm> rows(MeasureId next) {
        return filled().size() < PlanContent.MOST_MEASURES
                ? Stream.concat(filled().stream(), Stream.of(MeasureForm.empty(next)))
                        .toList()
                : filled();
    }

    private List<MeasureForm> filled() {
        return plannedMeasures.stream().filter(row -> !row.isEmpty()).toList();
    }

    /** Whether every measure says what, in which way, whose it is and by when. */
    boolean hasWholeMeasures(PersonId employee) {
        return measures(employee).size() == filled().size();
    }

    private List<PlannedMeasure> measures(PersonId employee) {
        return filled().stream().flatMap(row -> row.read(employee).stream()).toList();
    }

    public boolean isWarned() {
        return warned.equals("true");
    }

    Optional<LocalDate> day() {
        return day(evaluationDate);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Boolean> contributed() {
        return switch (employeeContributed) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    Draft asDraft(PersonId employee, Instant now) {
        var sections = new LinkedHashMap<String, PersonalText>();
        texts().forEach((name, text) -> sections.put(name, new PersonalText(employee, text)));
        var rows = filled();
        for (var row = 0; row < rows.size(); row++) {
            for (var field : rows.get(row).fields().entrySet()) {
                sections.put(nameOf(row, field.getKey()), new PersonalText(employee, field.getValue()));
            }
        }
        return new Draft(sections, day(), contributed(), now);
    }

    /** The plan it would be, once every question is answered. */
    Optional<PlanContent> asContent(PersonId employee) {
        return day().filter(_ -> hasWholeMeasures(employee))
                .flatMap(evaluation -> contributed().map(contributed -> content(employee, evaluation, contributed)));
    }

    /** What must be put right in what is written so far; questions left open are another matter. */
    List<PlanRefused> faults(PersonId employee, LocalDate today) {
        return content(employee, day().orElse(today.plusDays(1)), contributed().orElse(whyNotContributed.isEmpty()))
                .faults(today);
    }

    private PlanContent content(PersonId employee, LocalDate evaluation, boolean contributed) {
        var texts = texts();
        return PlanContent.of(
                name -> new PersonalText(employee, texts.getOrDefault(name, "")),
                evaluation,
                contributed,
                measures(employee));
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package no.oppfolging.plans.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanRefused;
import no.oppfolging.plans.workbench.Draft;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a plan sends: plain strings, so that nothing written is lost because something else was wrong.
 *
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
        String warned) {
    @SuppressWarnings("NullAway") // the web framework hands in null for a field that was not sent
    public PlanForm {
        goals = tidied(goals);
        workTasks = tidied(workTasks);
        canDo = tidied(canDo);
        cannotDo = tidied(cannotDo);
        measures = tidied(measures);
        authorityHelp = tidied(authorityHelp);
        followUp = tidied(followUp);
        successCriteria = tidied(successCriteria);
        evaluationDate = tidied(evaluationDate);
        employeeContributed = tidied(employeeContributed);
        whyNotContributed = tidied(whyNotContributed);
        warned = tidied(warned);
    }

    static PlanForm empty() {
        return of(Map.of(), "", "");
    }

    static PlanForm of(Draft draft) {
        var evaluation = draft.evaluationDate().map(LocalDate::toString).orElse("");
        var contributed = draft.employeeContributed().map(String::valueOf).orElse("");
        return of(draft.sections(), evaluation, contributed);
    }

    static PlanForm of(PlanContent content) {
        var contributed = String.valueOf(content.employeeContributed());
        return of(content.sections(), content.evaluationDate().toString(), contributed);
    }

    private static PlanForm of(Map<String, PersonalText> sections, String evaluation, String contributed) {
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
                "");
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

    public boolean isWarned() {
        return warned.equals("true");
    }

    Optional<LocalDate> day() {
        try {
            return evaluationDate.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(evaluationDate));
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
        return new Draft(sections, day(), contributed(), now);
    }

    /** The plan it would be, once every question is answered. */
    Optional<PlanContent> asContent(PersonId employee) {
        return day().flatMap(
                        evaluation -> contributed().map(contributed -> content(employee, evaluation, contributed)));
    }

    /** What must be put right in what is written so far; questions left open are another matter. */
    List<PlanRefused> faults(PersonId employee, LocalDate today) {
        return content(employee, day().orElse(today.plusDays(1)), contributed().orElse(whyNotContributed.isEmpty()))
                .faults(today);
    }

    private PlanContent content(PersonId employee, LocalDate evaluation, boolean contributed) {
        var texts = texts();
        return PlanContent.of(
                name -> new PersonalText(employee, texts.getOrDefault(name, "")), evaluation, contributed);
    }

    /** Browsers end lines in two characters; what is signed ends them in one. */
    private static String tidied(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

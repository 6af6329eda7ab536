package no.oppfolging.plans.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import no.oppfolging.plans.domain.PlanRefused.Rule;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * What a plan says (planens innhold). A section that says nothing is an empty text; what aml § 4-6 (3) asks for may not
 * be empty in a plan that is presented.
 *
 * @param goals what the two want to reach (mål)
 * @param workTasks the ordinary working day and its tasks (arbeidsoppgaver), § 4-6 (3) a
 * @param canDo what can be done now (arbeidsevne), § 4-6 (3) a
 * @param cannotDo what cannot be done now, never why, § 4-6 (3) a
 * @param measures what the employer does (tiltak), § 4-6 (3) b
 * @param authorityHelp measures with help of authorities (bistand), § 4-6 (3) c
 * @param followUp how it goes on (videre oppfølging), § 4-6 (3) d
 * @param successCriteria how one sees that it works (suksesskriterier)
 * @param evaluationDate when the two look at the plan again (evalueringsdato)
 * @param employeeContributed whether the employee took part in making it (medvirkning)
 * @param whyNotContributed why not, if so
 */
public record PlanContent(
        PersonalText goals,
        PersonalText workTasks,
        PersonalText canDo,
        PersonalText cannotDo,
        PersonalText measures,
        PersonalText authorityHelp,
        PersonalText followUp,
        PersonalText successCriteria,
        LocalDate evaluationDate,
        boolean employeeContributed,
        PersonalText whyNotContributed) {
    public static final int LONGEST_SECTION = 2000;

    /** The content whose texts are looked up by the names of their sections. */
    public static PlanContent of(
            Function<String, PersonalText> section, LocalDate evaluationDate, boolean employeeContributed) {
        return new PlanContent(
                section.apply("goals"),
                section.apply("workTasks"),
                section.apply("canDo"),
                section.apply("cannotDo"),
                section.apply("measures"),
                section.apply("authorityHelp"),
                section.apply("followUp"),
                section.apply("successCriteria"),
                evaluationDate,
                employeeContributed,
                section.apply("whyNotContributed"));
    }

    /** The texts by their names, in the order a reader meets them. */
    public Map<String, PersonalText> sections() {
        var sections = new LinkedHashMap<String, PersonalText>();
        sections.put("goals", goals);
        sections.put("workTasks", workTasks);
        sections.put("canDo", canDo);
        sections.put("cannotDo", cannotDo);
        sections.put("measures", measures);
        sections.put("authorityHelp", authorityHelp);
        sections.put("followUp", followUp);
        sections.put("successCriteria", successCriteria);
        sections.put("whyNotContributed", whyNotContributed);
        return sections;
    }

    /** What is signed: an empty section is left out, so that a section added later changes no older plan. */
    Map<String, Object> signed() {
        var signed = new TreeMap<String, Object>();
        sections().forEach((name, text) -> {
            if (!isEmpty(text)) {
                signed.put(name, text.text());
            }
        });
        signed.put("evaluationDate", evaluationDate.toString());
        signed.put("employeeContributed", employeeContributed);
        return signed;
    }

    void refuseUnlessPresentable(LocalDate today) {
        faults(today).stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
    }

    /** All that must be put right before the plan can be presented; each names its {@code section}. */
    public List<PlanRefused> faults(LocalDate today) {
        var faults = new ArrayList<PlanRefused>();
        sections().forEach((section, text) -> faultOf(section, text).ifPresent(faults::add));
        if (isEmpty(workTasks)) {
            faults.add(missing("workTasks"));
        }
        if (isEmpty(canDo) && isEmpty(cannotDo)) {
            faults.add(missing("canDo"));
        }
        if (isEmpty(measures)) {
            faults.add(missing("measures"));
        }
        if (isEmpty(followUp)) {
            faults.add(missing("followUp"));
        }
        if (employeeContributed != isEmpty(whyNotContributed)) {
            var rule = employeeContributed ? Rule.CONTRIBUTION_NEEDS_NO_REASON : Rule.MISSING_CONTRIBUTION_NEEDS_REASON;
            faults.add(new PlanRefused(rule, Map.of("section", "whyNotContributed")));
        }
        if (!evaluationDate.isAfter(today) || evaluationDate.isAfter(today.plusYears(1))) {
            faults.add(new PlanRefused(Rule.EVALUATION_IS_WITHIN_A_YEAR, Map.of("section", "evaluationDate")));
        }
        return List.copyOf(faults);
    }

    /** Whether any of the texts has been erased; then the document that was signed cannot be written again. */
    public boolean isErased() {
        return sections().values().stream().anyMatch(PersonalText::isErased);
    }

    void requireSubject(PersonId employee) {
        for (var text : sections().values()) {
            if (!text.subject().equals(employee)) {
                throw new IllegalArgumentException("The subject of every text in a case is its employee");
            }
        }
    }

    private static PlanRefused missing(String section) {
        return new PlanRefused(Rule.PLAN_SECTION_IS_MISSING, Map.of("section", section));
    }

    static void refuseUnlessReadable(String section, PersonalText text) {
        faultOf(section, text).ifPresent(fault -> {
            throw fault;
        });
    }

    private static Optional<PlanRefused> faultOf(String section, PersonalText text) {
        if (text.text().length() > LONGEST_SECTION) {
            var limit = Integer.toString(LONGEST_SECTION);
            return Optional.of(
                    new PlanRefused(Rule.PLAN_SECTION_IS_TOO_LONG, Map.of("section", section, "limit", limit)));
        }
        return text.text().codePoints().allMatch(PlanContent::isReadable)
                ? Optional.empty()
                : Optional.of(new PlanRefused(Rule.PLAN_SECTION_IS_UNREADABLE, Map.of("section", section)));
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isEmpty(PersonalText text) {
        return text.text().isBlank();
    }
}

package no.oppfolging.plans.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * @param plannedMeasures what one of the two will do, in which way, by when
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
        PersonalText whyNotContributed,
        List<PlannedMeasure> plannedMeasures) {
    public static final int LONGEST_SECTION = 2000;
    public static final int LONGEST_MEASURE = 300;
    public static final int MOST_MEASURES = 20;

    /** A measure may be overdue when the plan is written anew; longer ago is a slip of the pen. */
    private static final Period FARTHEST_BACK = Period.ofYears(2);

    /** Characters that turn the direction of writing (Unicode TR 9). */
    private static final String OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private static final String SECTION = "section";
    private static final String MEASURES = "plannedMeasures";

    public PlanContent {
        plannedMeasures = List.copyOf(plannedMeasures);
    }

    /** The content whose texts are looked up by the names of their sections. */
    public static PlanContent of(
            Function<String, PersonalText> section,
            LocalDate evaluationDate,
            boolean employeeContributed,
            List<PlannedMeasure> plannedMeasures) {
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
                section.apply("whyNotContributed"),
                plannedMeasures);
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

    /** What is signed: what is empty is left out, so that nothing added later changes an older plan. */
    Map<String, Object> signed() {
        var signed = new TreeMap<String, Object>();
        sections().forEach((name, text) -> {
            if (!isEmpty(text)) {
                signed.put(name, text.text());
            }
        });
        signed.put("evaluationDate", evaluationDate.toString());
        signed.put("employeeContributed", employeeContributed);
        if (!plannedMeasures.isEmpty()) {
            signed.put(
                    MEASURES,
                    plannedMeasures.stream().map(PlannedMeasure::signed).toList());
        }
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
        sections()
                .forEach((section, text) ->
                        faultOf(section, text, LONGEST_SECTION).ifPresent(faults::add));
        if (isEmpty(workTasks)) {
            faults.add(missing("workTasks"));
        }
        if (isEmpty(canDo) && isEmpty(cannotDo)) {
            faults.add(missing("canDo"));
        }
        if (isEmpty(measures) && plannedMeasures.isEmpty()) {
            faults.add(missing("measures"));
        }
        if (isEmpty(followUp)) {
            faults.add(missing("followUp"));
        }
        if (employeeContributed != isEmpty(whyNotContributed)) {
            var rule = employeeContributed ? Rule.CONTRIBUTION_NEEDS_NO_REASON : Rule.MISSING_CONTRIBUTION_NEEDS_REASON;
            faults.add(new PlanRefused(rule, Map.of(SECTION, "whyNotContributed")));
        }
        if (!evaluationDate.isAfter(today) || evaluationDate.isAfter(today.plusYears(1))) {
            faults.add(new PlanRefused(Rule.EVALUATION_IS_WITHIN_A_YEAR, Map.of(SECTION, "evaluationDate")));
        }
        faultsOfMeasures(today).forEach(faults::add);
        return List.copyOf(faults);
    }

    private List<PlanRefused> faultsOfMeasures(LocalDate today) {
        var faults = new ArrayList<PlanRefused>();
        for (var measure : plannedMeasures) {
            if (isEmpty(measure.what())) {
                faults.add(new PlanRefused(Rule.MEASURE_SAYS_WHAT, Map.of(SECTION, MEASURES)));
            }
            faultOf(MEASURES, measure.what(), LONGEST_MEASURE).ifPresent(faults::add);
            if (measure.dueOn().isAfter(today.plusYears(1))) {
                faults.add(new PlanRefused(Rule.MEASURE_IS_DUE_WITHIN_A_YEAR, Map.of(SECTION, MEASURES)));
            }
            if (measure.dueOn().isBefore(today.minus(FARTHEST_BACK))) {
                faults.add(new PlanRefused(Rule.MEASURE_WAS_DUE_TOO_LONG_AGO, Map.of(SECTION, MEASURES)));
            }
        }
        if (plannedMeasures.stream().map(PlannedMeasure::id).distinct().count() < plannedMeasures.size()) {
            faults.add(new PlanRefused(Rule.MEASURE_IS_NAMED_TWICE, Map.of(SECTION, MEASURES)));
        }
        if (plannedMeasures.size() > MOST_MEASURES) {
            var limit = Integer.toString(MOST_MEASURES);
            faults.add(new PlanRefused(Rule.PLAN_HAS_TOO_MANY_MEASURES, Map.of(SECTION, MEASURES, "limit", limit)));
        }
        return faults;
    }

    /** Whether any of the texts has been erased; then the document that was signed cannot be written again. */
    public boolean isErased() {
        return texts().anyMatch(PersonalText::isErased);
    }

    void requireSubject(PersonId employee) {
        if (!texts().map(PersonalText::subject).allMatch(employee::equals)) {
            throw new IllegalArgumentException("The subject of every text in a case is its employee");
        }
    }

    private Stream<PersonalText> texts() {
        return Stream.concat(
                sections().values().stream(), plannedMeasures.stream().map(PlannedMeasure::what));
    }

    private static PlanRefused missing(String section) {
        return new PlanRefused(Rule.PLAN_SECTION_IS_MISSING, Map.of(SECTION, section));
    }

    static void refuseUnlessReadable(String section, PersonalText text) {
        faultOf(section, text, LONGEST_SECTION).ifPresent(fault -> {
            throw fault;
        });
    }

    private static Optional<PlanRefused> faultOf(String section, PersonalText text, int longest) {
        if (text.text().length() > longest) {
            var limit = Integer.toString(longest);
            return Optional.of(
                    new PlanRefused(Rule.PLAN_SECTION_IS_TOO_LONG, Map.of(SECTION, section, "limit", limit)));
        }
        return text.text().codePoints().allMatch(PlanContent::isReadable)
                ? Optional.empty()
                : Optional.of(new PlanRefused(Rule.PLAN_SECTION_IS_UNREADABLE, Map.of(SECTION, section)));
    }

    /** What is signed is what is shown: nothing that cannot be seen, or that shows a text in another order. */
    private static boolean isReadable(int character) {
        if (OVERRIDES.indexOf(character) >= 0) {
            return false;
        }
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

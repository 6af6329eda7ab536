package no.oppfolging.cases.domain;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The law as it has stood, rule set by rule set (regelsett); before the first of them no duty is known to us. */
public record RuleSets(List<RuleSet> inOrder) {

    public RuleSets {
        inOrder = inOrder.stream().sorted(comparing(RuleSet::validFrom)).toList();
    }

    public Optional<RuleSet> inForce(LocalDate day) {
        return inOrder.stream().filter(rules -> !rules.validFrom().isAfter(day)).reduce((_, later) -> later);
    }

    /** The one in force on the day and those that came after it: what was repealed before the day decides nothing. */
    List<RuleSet> from(LocalDate day) {
        var first = 0;
        while (first + 1 < inOrder.size() && !inOrder.get(first + 1).validFrom().isAfter(day)) {
            first++;
        }
        return inOrder.subList(first, inOrder.size());
    }
}

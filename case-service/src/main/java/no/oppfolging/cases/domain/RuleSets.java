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
}

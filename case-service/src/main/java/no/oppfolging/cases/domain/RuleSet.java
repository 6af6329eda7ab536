package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The duties in force from a date until the next rule set takes over (regelsett); its id is that date. */
public record RuleSet(LocalDate validFrom, List<Duty> duties) {

    public RuleSet {
        duties = List.copyOf(duties);
        if (duties.stream().map(Duty::stage).distinct().count() != duties.size()) {
            throw new IllegalArgumentException("A rule set says one thing about a stage: " + validFrom);
        }
    }

    public String id() {
        return validFrom.toString();
    }

    public Optional<Duty> duty(Stage stage) {
        for (var duty : duties) {
            if (duty.stage() == stage) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }
}

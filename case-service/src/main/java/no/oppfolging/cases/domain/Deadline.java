package no.oppfolging.cases.domain;

import java.time.LocalDate;

/** The last day on which a duty can be met in time (frist), and the rule set that says so. */
public record Deadline(Duty duty, LocalDate due, String ruleSet) {

    public Stage stage() {
        return duty.stage();
    }
}

package no.oppfolging.cases.read;

import java.time.Instant;

/**
 * How far back a reader sees what the two have said to one another: a leader who has come new to the case sees nothing
 * of before until the employee has read what is handed over, and what the former leader wrote never.
 *
 * @param ofAll before this nothing is shown
 * @param ofTheLeadersWords before this nothing is shown that a leader wrote
 */
public record Horizon(Instant ofAll, Instant ofTheLeadersWords) {
    public static final Horizon NONE = new Horizon(Instant.EPOCH, Instant.EPOCH);

    public boolean hidesTheEmployeesWordsOf(Instant told) {
        return told.isBefore(ofAll);
    }

    public boolean hidesTheLeadersWordsOf(Instant told) {
        return told.isBefore(ofTheLeadersWords);
    }
}

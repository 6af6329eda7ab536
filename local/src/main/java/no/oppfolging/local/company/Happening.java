package no.oppfolging.local.company;

import java.util.Optional;

/** One thing HR's system tells about a worker who is or was away; days are counted from today. */
sealed interface Happening {
    String subject();

    /** Which of the person's positions it is about. */
    int position();

    /** The day on which HR's system came to know. */
    int toldOn();

    /**
     * An absence as it is known at a revision.
     *
     * @param absence which of the person's absences
     * @param grade 0 where the kind has none
     * @param to the last day; empty while it is open
     */
    record Away(
            String subject,
            int position,
            int absence,
            int revision,
            String kind,
            int grade,
            int from,
            Optional<Integer> to,
            int toldOn)
            implements Happening {}

    /** An absence that never was. */
    record Withdrawn(String subject, int position, int absence, int revision, int toldOn) implements Happening {}

    /** The position ends. */
    record Left(String subject, int position, int lastDay) implements Happening {
        @Override
        public int toldOn() {
            return lastDay;
        }
    }

    /** Somebody else leads from a day on. */
    record Led(String subject, int position, String leader, int from) implements Happening {
        @Override
        public int toldOn() {
            return from;
        }
    }
}

package no.oppfolging.local.accidents;

import java.util.Optional;

/**
 * When the JVM is to end at once, without a word, as by {@code kill -9}.
 *
 * @param point in what a service does
 * @param time at the first, second … time that a service comes by there
 */
public record Accident(Point point, int time) {
    private static final String PROPERTY = "accident";

    /** How a process ends that was killed. */
    public static final int KILLED = 137;

    /** Between two things that are not done in one transaction. */
    public enum Point {
        /** An event is in the log, and the place of one that follows the log is the old one. */
        BETWEEN_APPEND_AND_TOKEN,
        /** The broker has acknowledged news, and the publisher's place in the log is the old one. */
        BETWEEN_ACKNOWLEDGEMENT_AND_TOKEN,
        /** A message has had its effect, and it is not remembered as heard. */
        BETWEEN_EFFECT_AND_HEARD,
        /** The mail server has answered 250, and the log says that the mail is being sent. */
        BETWEEN_MAIL_AND_EVENT
    }

    /** The one that the program was started with. */
    static Optional<Accident> planned() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(text -> {
            var slash = text.indexOf('/');
            return new Accident(Point.valueOf(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        });
    }

    /** What the program is started with to have it. */
    public String option() {
        return "-D" + PROPERTY + "=" + this;
    }

    @Override
    public String toString() {
        return point + "/" + time;
    }
}

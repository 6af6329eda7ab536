package no.oppfolging.local.clock;

/**
 * One reason why the clock waits where it stands.
 *
 * @param service by its group: {@code case-service}
 * @param about the producer or follower it concerns; may be empty
 */
public record Waiting(String service, What what, String about) {
    /** What a service has still to do. */
    public enum What {
        /** To read what lies on its topics. */
        NEWS,
        /** To try a parked message again. */
        PARKED,
        /** To let a follower of its log come to the end. */
        FOLLOWER,
        /** To hear a producer say that it has told everything until now. */
        WATERMARK,
        /** To do what is due. */
        DUE,
        /** To answer at all. */
        ANSWER
    }

    @Override
    public String toString() {
        return service + ": " + what + (about.isEmpty() ? "" : " " + about);
    }
}

package no.oppfolging.notifications.domain;

import java.util.UUID;

/**
 * What a notice is about (gjelder); its words are asked of its owner at the moment of sending.
 *
 * @param version which version of it, or 0 for what has none
 */
public record About(Thing thing, UUID id, int version) {
    /** The kind of thing, which tells who owns it. */
    public enum Thing {
        MEETING,
        PLAN,
        MEASURE
    }

    public static About meeting(UUID meetingId) {
        return new About(Thing.MEETING, meetingId, 0);
    }

    public static About plan(UUID planId, int version) {
        return new About(Thing.PLAN, planId, version);
    }

    /** A measure, and with it all that should have been done on the same day. */
    public static About measure(UUID measureId, int versionOfPlan) {
        return new About(Thing.MEASURE, measureId, versionOfPlan);
    }

    /** Whether what is said of this holds for the other too: the same thing, in this version or an earlier one. */
    public boolean replaces(About other) {
        return other.thing == thing && other.id.equals(id) && other.version <= version;
    }
}

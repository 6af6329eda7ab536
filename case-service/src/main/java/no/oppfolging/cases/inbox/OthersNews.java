package no.oppfolging.cases.inbox;

import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What case-service understands of what meeting-service and plan-service tell; only the fields it uses. */
public final class OthersNews {
    public static final MessageType MEETING_HELD = MessageType.of("no.oppfolging.meeting.MeetingHeld.v1");
    public static final MessageType MEETING_STRUCK = MessageType.of("no.oppfolging.meeting.MeetingStruck.v1");
    public static final MessageType PLAN_AGREED = MessageType.of("no.oppfolging.plan.PlanAgreed.v1");

    public static final MessageType PLAN_PRESENTED = MessageType.of("no.oppfolging.plan.PlanPresented.v1");

    public static final MessageType PLAN_GIVEN = MessageType.of("no.oppfolging.plan.PlanGivenToDoctor.v1");
    public static final MessageType PLAN_GIVEN_STRUCK = MessageType.of("no.oppfolging.plan.PlanGivenToDoctorStruck.v1");

    private OthersNews() {}

    /** A meeting of a case was held. */
    public record MeetingHeld(UUID caseId, UUID meetingId, String kind, LocalDate heldOn) {}

    /** That a meeting had been told of as held was a mistake. */
    public record MeetingStruck(UUID caseId, UUID meetingId) {}

    /** A version of a case's plan was laid before the two. */
    public record PlanPresented(UUID caseId, UUID planId, int version) {}

    /** Both have signed a version of a case's plan. */
    public record PlanAgreed(UUID caseId, UUID planId, int version, LocalDate agreedOn) {}

    /** Whoever certifies has been given a version of a case's plan. */
    public record PlanGiven(UUID caseId, UUID planId, int version, LocalDate givenOn) {}

    /** That it had been given was noted by mistake. */
    public record PlanGivenStruck(UUID caseId, UUID planId, int version) {}
}

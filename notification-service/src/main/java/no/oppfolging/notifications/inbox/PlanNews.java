package no.oppfolging.notifications.inbox;

import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What notification-service understands of what plan-service tells; only the fields it uses. */
public final class PlanNews {
    public static final MessageType PLAN_PRESENTED = MessageType.of("no.oppfolging.plan.PlanPresented.v1");
    public static final MessageType PLAN_SIGNED = MessageType.of("no.oppfolging.plan.PlanSigned.v1");
    public static final MessageType PLAN_SIGNATURES_VOIDED =
            MessageType.of("no.oppfolging.plan.PlanSignaturesVoided.v1");
    public static final MessageType PLAN_AGREED = MessageType.of("no.oppfolging.plan.PlanAgreed.v1");
    public static final MessageType MEASURE_OVERDUE = MessageType.of("no.oppfolging.plan.MeasureOverdue.v1");

    private PlanNews() {}

    /** Something has been told of a version of a plan; what, is in the message's type. */
    public record PlanTold(UUID caseId, UUID planId, int version) {}

    /** A measure of the version in force has not been done by its day. */
    public record MeasureOverdue(UUID caseId, UUID planId, int version, UUID measureId, LocalDate dueOn) {}

    /** One of the two has signed a version. */
    public record PlanSigned(UUID caseId, UUID planId, int version, String by) {
        public boolean isByTheManager() {
            return by.equals("MANAGER");
        }
    }
}

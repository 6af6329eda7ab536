package no.oppfolging.cases.inbox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What case-service understands of what HR's system tells; only the fields it uses. */
public final class HrNews {
    public static final MessageType EMPLOYMENT_STARTED = MessageType.of("no.oppfolging.hr.EmploymentStarted.v1");
    public static final MessageType EMPLOYMENT_CHANGED = MessageType.of("no.oppfolging.hr.EmploymentChanged.v1");
    public static final MessageType EMPLOYMENT_ENDED = MessageType.of("no.oppfolging.hr.EmploymentEnded.v1");
    public static final MessageType ABSENCE_REPORTED = MessageType.of("no.oppfolging.hr.AbsenceReported.v1");
    public static final MessageType ABSENCE_WITHDRAWN = MessageType.of("no.oppfolging.hr.AbsenceWithdrawn.v1");

    private HrNews() {}

    /** An employment as it is from a day on. */
    public record EmploymentTold(UUID employmentId, long revision, Employed person) {}

    /** Who is employed. */
    public record Employed(UUID personId) {}

    /** Who leads an employment from a day on; nobody for whoever leads all. */
    public record LeaderTold(UUID employmentId, LocalDate validFrom, Optional<Led> lineManager) {}

    /** The one who leads. */
    public record Led(UUID personId) {}

    /** An employment's last day. */
    public record EmploymentEnded(UUID employmentId, long revision, LocalDate lastDay) {}

    /** A whole absence, by its revision. */
    public record AbsenceReported(
            UUID absenceId,
            UUID employmentId,
            long revision,
            String kind,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Integer> grade) {}

    /** An absence that never was. */
    public record AbsenceWithdrawn(UUID absenceId, UUID employmentId, long revision) {}
}

package no.oppfolging.notifications.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;

/** What the owner of something says about it at the moment of sending; stored nowhere. */
public sealed interface Words {
    /** Whether the owner has told of something newer than what it answers with; then it is asked again later. */
    default boolean isBehind(About about) {
        return false;
    }

    /** Why there is no longer a reason to tell of it, if there is none. */
    Optional<CancellationReason> needless(About about, Instant now);

    /**
     * A meeting: what calendars call it, where and when it is, and whether it still stands.
     *
     * @param caseId whose it is now; it may have passed on since it was told of
     */
    record MeetingWords(UUID caseId, String status, String title, String place, Instant startsAt, Instant endsAt)
            implements Words {
        @Override
        public Optional<CancellationReason> needless(About about, Instant now) {
            return switch (status) {
                case "SUMMONED" ->
                    startsAt.isAfter(now) ? Optional.empty() : Optional.of(CancellationReason.MEETING_BEGUN);
                case "HELD" -> Optional.of(CancellationReason.MEETING_HELD);
                default -> Optional.of(CancellationReason.MEETING_CANCELLED);
            };
        }
    }

    /** A plan: its latest version, and whose signatures that still lacks. */
    record PlanWords(int version, String title, List<Awaited> waitsFor) implements Words {
        private static final String MANAGER = "MANAGER";

        /** One of the two who sign. */
        public record Awaited(String party) {}

        public PlanWords {
            waitsFor = List.copyOf(waitsFor);
        }

        @Override
        public boolean isBehind(About about) {
            return version < about.version();
        }

        @Override
        public Optional<CancellationReason> needless(About about, Instant now) {
            if (version != about.version()) {
                return Optional.of(CancellationReason.PLAN_CHANGED);
            }
            return waitsFor.stream().anyMatch(one -> one.party().equals(MANAGER))
                    ? Optional.empty()
                    : Optional.of(CancellationReason.PLAN_SIGNED);
        }
    }

    /** A measure of a plan: which version is in force, and whether anything due on its day is still to be done. */
    record MeasureWords(int version, String standing) implements Words {
        @Override
        public boolean isBehind(About about) {
            return version < about.version();
        }

        @Override
        public Optional<CancellationReason> needless(About about, Instant now) {
            return switch (standing) {
                case "OVERDUE" -> Optional.empty();
                case "DONE" -> Optional.of(CancellationReason.MEASURE_DONE);
                case "CASE_OVER" -> Optional.of(CancellationReason.CASE_OVER);
                default -> Optional.of(CancellationReason.PLAN_CHANGED);
            };
        }
    }
}

package no.oppfolging.notifications.read.about;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.Notice;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;

/** Answers how notices stand from the log itself, for whom no view is quick enough. */
public final class NoticesAbout {
    private final EventLog eventLog;
    private final Clock clock;

    public NoticesAbout(EventLog eventLog, Clock clock) {
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /** A notice as it was ordered, and as it stands. */
    public record Known(NoticeOrdered ordered, Notice notice) {
        /** Whether a mail may still be sent because of it. */
        public boolean isUnsent() {
            return switch (notice) {
                case Notice.Waiting _, Notice.Sending _, Notice.Uncertain _ -> true;
                case Notice.Unordered _, Notice.Sent _, Notice.Failed _, Notice.Cancelled _ -> false;
            };
        }
    }

    /** The notices of a case about some things, in the order in which they were ordered. */
    public List<Known> of(CaseId caseId, Predicate<About> about) {
        var found = new LinkedHashMap<NoticeId, Known>();
        for (var recorded : eventLog.ofCase(caseId, clock.instant())) {
            switch (recorded.event()) {
                case NoticeOrdered ordered ->
                    found.putIfAbsent(
                            ordered.noticeId(),
                            new Known(ordered, Notice.unknown().evolve(ordered)));
                case NoticeEvent event ->
                    found.computeIfPresent(
                            event.noticeId(),
                            (_, known) ->
                                    new Known(known.ordered(), known.notice().evolve(event)));
                default -> {}
            }
        }
        var asked = new ArrayList<>(found.values());
        asked.removeIf(known -> !about.test(known.ordered().about()));
        return List.copyOf(asked);
    }

    /** How one notice stands. */
    public Notice one(NoticeId noticeId) {
        var notice = Notice.unknown();
        for (var recorded : eventLog.ofStream(noticeId.value())) {
            if (recorded.event() instanceof NoticeEvent event) {
                notice = notice.evolve(event);
            }
        }
        return notice;
    }
}

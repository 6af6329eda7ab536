package no.oppfolging.notifications.channels;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import no.oppfolging.notifications.read.due.DueNotices;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.notifications.read.notices.NoticesOfCases;

/** What operations see of the mails: how many stand how, and since when the oldest should have been sent. */
public final class MailMeters {
    public MailMeters(MeterRegistry registry, NoticesOfCases notices, DueNotices dueNotices, Clock clock) {
        for (var state : State.values()) {
            Gauge.builder("oppfolging.mails.states", notices, known -> known.countOf(state))
                    .description("Notices by how their mail stands")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder("oppfolging.mails.oldest", dueNotices, due -> overdue(due, clock.instant()))
                .description("For how long the notice that has waited longest is overdue")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private static double overdue(DueNotices dueNotices, Instant now) {
        return dueNotices
                .oldestAt(now)
                .map(since -> Duration.between(since, now).toSeconds())
                .orElse(0L);
    }
}

package no.oppfolging.notifications.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.notifications.automation.Revalidation.Verdict;
import no.oppfolging.notifications.channels.Mail;
import no.oppfolging.notifications.channels.MailServer;
import no.oppfolging.notifications.channels.SenderLocks;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.DeferralReason;
import no.oppfolging.notifications.domain.FailureCode;
import no.oppfolging.notifications.domain.Notice;
import no.oppfolging.notifications.domain.NoticeCommand;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.SendingWindow;
import no.oppfolging.notifications.read.about.NoticesAbout;
import no.oppfolging.notifications.read.due.DueNotice;
import no.oppfolging.notifications.read.due.DueNotices;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.time.Sweep;
import no.oppfolging.platform.time.SweepSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * When a notice's time has come, nothing that makes it needless can still be on its way, and it is still true, its mail
 * is sent.
 *
 * <p>The view tells where to look, the log how a notice stands. Several instances may sweep at once: each notice is
 * looked after by one at a time, and a notice found being sent by nobody has lost its sender, so that it may have
 * arrived or not.
 */
public final class WhenNoticeIsDueSendIt implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WhenNoticeIsDueSendIt.class);
    private static final String NAME = "notifications.when-notice-is-due-send-it";
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration TOO_LONG = Duration.ofDays(14);
    private static final int AT_ONCE = 500;

    private final DueNotices dueNotices;
    private final NoticesAbout notices;
    private final Watermarks watermarks;
    private final Revalidation revalidation;
    private final MailServer mailServer;
    private final SenderLocks locks;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final Sweep sweeping;
    private final Deque<Unrecorded> unrecorded = new ArrayDeque<>();

    /** What came of an attempt, while the log cannot be reached. */
    private record Unrecorded(NoticeCommand command, CommandOrigin origin) {}

    public WhenNoticeIsDueSendIt(
            DueNotices dueNotices,
            NoticesAbout notices,
            Watermarks watermarks,
            Revalidation revalidation,
            MailServer mailServer,
            SenderLocks locks,
            Commands commands,
            Ids ids,
            Clock clock,
            SweepSettings sweeps) {
        this.dueNotices = dueNotices;
        this.notices = notices;
        this.watermarks = watermarks;
        this.revalidation = revalidation;
        this.mailServer = mailServer;
        this.locks = locks;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.sweeping = new Sweep("notifications-sender", sweeps.between(), this::sweep);
    }

    /** Looks at every notice whose time has come. */
    private void sweep() {
        recordWhatIsUnrecorded();
        for (var due : dueNotices.at(clock.instant(), AT_ONCE)) {
            if (!sweeping.isRunning() || !lookAfter(due)) {
                return;
            }
        }
        mailServer.rest();
    }

    /** Whether it is worth while to go on: not when the mail server cannot be reached. */
    private boolean lookAfter(DueNotice due) {
        var held = locks.take(due.noticeId());
        if (held.isEmpty()) {
            return true;
        }
        try (var _ = held.get()) {
            return switch (notices.one(due.noticeId())) {
                case Notice.Waiting waiting -> atItsTime(due, waiting.notBefore());
                case Notice.Uncertain uncertain -> atItsTime(due, uncertain.notBefore());
                case Notice.Sending sending -> lost(due, sending.order().attempts());
                case Notice.Unordered _, Notice.Sent _, Notice.Failed _, Notice.Cancelled _ -> true;
            };
        } catch (Refusal refusal) {
            log.info("A notice was settled meanwhile: notice={} rule={}", due.noticeId(), refusal.rule());
            return true;
        } catch (RuntimeException e) {
            // One notice holds up no other, unless what came of it must be recorded first.
            log.error("A notice could not be looked after: notice={}", due.noticeId(), e);
            return unrecorded.isEmpty();
        }
    }

    private boolean atItsTime(DueNotice due, Instant notBefore) {
        var now = clock.instant();
        if (now.isBefore(notBefore)) {
            return true;
        }
        if (!SendingWindow.isOpen(now)) {
            defer(due, now, notBefore, DeferralReason.OUTSIDE_SENDING_HOURS);
            return true;
        }
        var awaited = watermarks.awaited(
                Set.of(Revalidation.producerOf(due)), notBefore, due.caseId().value());
        if (!awaited.isEmpty()) {
            waitForNews(due, now, notBefore);
            return true;
        }
        return switch (revalidation.of(due)) {
            case Verdict.Send(var mail) -> send(due, mail);
            case Verdict.Cancel(var reason) -> cancel(due, reason);
            case Verdict.Defer(var reason) -> defer(due, now, notBefore, reason);
            case Verdict.TellInstead(var leader) -> tellInstead(due, leader);
        };
    }

    /** News comes every second; only when it stays away is that something to be told. */
    private void waitForNews(DueNotice due, Instant now, Instant notBefore) {
        if (now.isAfter(notBefore.plus(SHORTEST_WAIT))) {
            defer(due, now, notBefore, DeferralReason.WAITING_FOR_NEWS);
        }
    }

    /** As long again as it has waited since it was first due, within bounds; after two weeks it is given up. */
    private boolean defer(DueNotice due, Instant now, Instant notBefore, DeferralReason reason) {
        if (now.isAfter(due.firstDueAt().plus(TOO_LONG))) {
            return cancel(due, CancellationReason.OVERDUE);
        }
        var waited = Duration.between(due.firstDueAt(), now).toMillis();
        var wait = Math.clamp(waited, SHORTEST_WAIT.toMillis(), LONGEST_WAIT.toMillis());
        commands.send(new DeferNotice(due.noticeId(), now.plusMillis(wait), reason), origin(due, "defer/" + notBefore));
        return true;
    }

    private boolean cancel(DueNotice due, CancellationReason reason) {
        commands.send(new CancelNotice(due.noticeId(), reason), origin(due, "cancel"));
        return true;
    }

    /** First the new one, which the old one causes, then the old one's end: whoever dies between does it again. */
    private boolean tellInstead(DueNotice due, PersonId leader) {
        var order = new OrderNotice(
                due.caseId(),
                due.kind(),
                due.noticeId().value(),
                leader,
                due.recipientRole(),
                due.about(),
                clock.instant());
        commands.send(order, origin(due, "instead/" + leader));
        return cancel(due, CancellationReason.RECIPIENT_REPLACED);
    }

    /** Every attempt asks anew; only who is told that sending has started sends. */
    private boolean send(DueNotice due, Mail mail) {
        commands.send(new StartSending(due.noticeId()), origin(due, ids.next()));
        if (!(notices.one(due.noticeId()) instanceof Notice.Sending sending)) {
            return true;
        }
        var attempt = sending.order().attempts();
        return switch (mailServer.send(mail)) {
            case MailServer.Outcome.Taken _ -> {
                log.info("A mail was sent: notice={} attempt={} trace={}", due.noticeId(), attempt, due.correlation());
                record(due, new RecordSent(due.noticeId(), attempt), "sent/" + attempt);
                yield true;
            }
            case MailServer.Outcome.NotTaken(var code) -> {
                record(due, new RecordFailure(due.noticeId(), attempt, code), "failed/" + attempt);
                yield code != FailureCode.UNREACHABLE;
            }
            case MailServer.Outcome.Unknown _ -> lost(due, attempt);
        };
    }

    private boolean lost(DueNotice due, int attempt) {
        record(due, new RecordUnknownOutcome(due.noticeId(), attempt), "unknown/" + attempt);
        return true;
    }

    /** What is known of a mail must reach the log: it is kept until it does. */
    private void record(DueNotice due, NoticeCommand outcome, String what) {
        unrecorded.add(new Unrecorded(outcome, origin(due, what)));
        recordWhatIsUnrecorded();
    }

    private void recordWhatIsUnrecorded() {
        while (!unrecorded.isEmpty()) {
            var next = unrecorded.getFirst();
            try {
                commands.send(next.command(), next.origin());
            } catch (Refusal refusal) {
                log.warn(
                        "What came of a mail is not recorded: notice={} rule={}",
                        next.command().noticeId(),
                        refusal.rule());
            }
            unrecorded.removeFirst();
        }
    }

    private static CommandOrigin origin(DueNotice due, String what) {
        return origin(due, DerivedId.of(due.noticeId().value(), NAME + "/" + what));
    }

    private static CommandOrigin origin(DueNotice due, UUID id) {
        return new CommandOrigin(
                new CommandId(id),
                due.organisation(),
                new Actor.Automatic(NAME),
                Optional.empty(),
                Optional.empty(),
                due.correlation());
    }

    @Override
    public void start() {
        sweeping.start();
    }

    /** A mail under way is waited for. */
    @Override
    public void stop() {
        sweeping.stop();
    }

    @Override
    public boolean isRunning() {
        return sweeping.isRunning();
    }
}

package no.oppfolging.notifications.automation;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.notifications.read.about.NoticesAbout;
import no.oppfolging.notifications.read.due.DueNotices;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders the notices that news leads to, to whoever leads the employee, and cancels those it makes needless. */
public final class Ordering {
    private static final Logger log = LoggerFactory.getLogger(Ordering.class);

    private final Commands commands;
    private final NoticesAbout notices;
    private final DueNotices due;
    private final Belonging cases;
    private final Directory directory;
    private final Clock clock;

    public Ordering(
            Commands commands,
            NoticesAbout notices,
            DueNotices due,
            Belonging cases,
            Directory directory,
            Clock clock) {
        this.commands = commands;
        this.notices = notices;
        this.due = due;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** Orders one to whoever led the employee when it happened, else leads them now. */
    Outcome tellTheLeader(NoticeKind kind, CaseId caseId, About about, Message message, MessageHandler handler) {
        return tellTheLeader(kind, caseId, about, message.id(), message, handler);
    }

    /** Several messages that tell of one thing order one notice between them, which the thing's own id names. */
    Outcome tellTheLeader(
            NoticeKind kind, CaseId caseId, About about, UUID cause, Message message, MessageHandler handler) {
        var employment = cases.employmentOf(caseId);
        if (employment.isEmpty()) {
            return Outcome.waits("case-is-not-followed-yet");
        }
        if (directory.employeeOf(employment.get()).isEmpty()) {
            return Outcome.waits("employment-not-known-yet");
        }
        return directory
                .leaderOf(employment.get(), message.time())
                .or(() -> directory.leaderOf(employment.get(), clock.instant()))
                .map(leader -> order(kind, caseId, about, cause, leader, message, handler))
                .orElseGet(() -> isOver(employment.get()) ? Outcome.done() : Outcome.waits("leader-not-known-yet"));
    }

    private Outcome order(
            NoticeKind kind,
            CaseId caseId,
            About about,
            UUID cause,
            PersonId leader,
            Message message,
            MessageHandler handler) {
        var order = new OrderNotice(caseId, kind, cause, leader, RecipientRole.MANAGER, about, clock.instant());
        commands.send(order, message.origin(handler.name(), order.target()));
        return Outcome.done();
    }

    private boolean isOver(EmploymentId employment) {
        return directory.employment(employment).filter(Employment::ended).isPresent();
    }

    /** Cancels what is unsent about a thing, but not what the same message led to; a mail under way goes. */
    void cancel(
            CaseId caseId,
            About thing,
            Predicate<About> covered,
            CancellationReason reason,
            Message message,
            MessageHandler handler) {
        var cases = new LinkedHashSet<>(Set.of(caseId));
        cases.addAll(due.casesWithNoticesAbout(thing.id()));
        cases.stream()
                .flatMap(one -> notices.of(one, covered).stream())
                .filter(known -> known.isUnsent() && !known.ordered().cause().equals(message.id()))
                .map(known -> new CancelNotice(known.ordered().noticeId(), reason))
                .forEach(cancel -> cancel(cancel, message, handler));
    }

    private void cancel(CancelNotice cancel, Message message, MessageHandler handler) {
        try {
            commands.send(cancel, message.origin(handler.name(), cancel.target()));
        } catch (Refusal refusal) {
            log.info("A notice is not cancelled: notice={} rule={}", cancel.noticeId(), refusal.rule());
        }
    }
}

package no.oppfolging.cases.automation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.read.duedays.DueDays;
import no.oppfolging.cases.read.duedays.DueDays.DueDay;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Watermarks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a due day is over, and no producer it depends on can tell anything more about it, it is judged.
 *
 * <p>Several instances may sweep at once: the command's id follows from the day and the stream's version, so that a
 * repeat does nothing.
 */
public final class WhenDayIsOverJudge {
    private static final Logger log = LoggerFactory.getLogger(WhenDayIsOverJudge.class);
    private static final String NAME = "cases.when-day-is-over-judge";
    private static final Set<String> PRODUCERS = Set.of("meeting", "plan");
    private static final int AT_ONCE = 500;

    private final DueDays dueDays;
    private final EventLog eventLog;
    private final Watermarks watermarks;
    private final Commands commands;
    private final Clock clock;

    public WhenDayIsOverJudge(
            DueDays dueDays, EventLog eventLog, Watermarks watermarks, Commands commands, Clock clock) {
        this.dueDays = dueDays;
        this.eventLog = eventLog;
        this.watermarks = watermarks;
        this.commands = commands;
        this.clock = clock;
    }

    /** Judges every day that can be judged now; tells how many there were. */
    public int sweep() {
        var judged = 0;
        for (var day : dueDays.before(LegalDay.of(clock.instant()), AT_ONCE)) {
            if (!isAwaited(day, Set.of(day.caseId().value())) && !isAwaited(day, casesOf(day))) {
                judge(day);
                judged++;
            }
        }
        return judged;
    }

    private boolean isAwaited(DueDay day, Set<UUID> cases) {
        var over = LegalDay.begins(day.dueOn().plusDays(1));
        return !watermarks.awaited(PRODUCERS, over, cases).isEmpty();
    }

    /** What was done in one may be told under another that became part of it; the log has them all at once. */
    private Set<UUID> casesOf(DueDay day) {
        return eventLog.ofStream(day.employmentId().value()).stream()
                .map(RecordedEvent::event)
                .filter(CaseOpened.class::isInstance)
                .map(opened -> ((CaseOpened) opened).caseId().value())
                .collect(Collectors.toSet());
    }

    private void judge(DueDay day) {
        var id = DerivedId.of(day.employmentId().value(), NAME + "/" + day.dueOn() + "/" + day.version());
        try {
            commands.send(
                    new JudgeDeadlines(day.employmentId(), day.dueOn()),
                    new CommandOrigin(
                            new CommandId(id),
                            day.organisation(),
                            new Actor.Automatic(NAME),
                            Optional.empty(),
                            Optional.empty(),
                            id));
        } catch (Refusal refusal) {
            log.warn("A day could not be judged: employment={} rule={}", day.employmentId(), refusal.rule());
        }
    }
}

package no.oppfolging.cases.automation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.cases.read.contact.Silences.Silence;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * When nothing has been heard in a case for longer than agreed, it is noted, once for each silence.
 *
 * <p>Several instances may sweep at once: the command's id follows from the case and the day silence is counted from.
 */
public final class WhenSilentTooLongNoteIt implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WhenSilentTooLongNoteIt.class);
    private static final String NAME = "cases.when-silent-too-long-note-it";
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);
    private static final int AT_ONCE = 500;

    private final Silences silences;
    private final Commands commands;
    private final Clock clock;
    private @Nullable ScheduledExecutorService sweeping;

    public WhenSilentTooLongNoteIt(Silences silences, Commands commands, Clock clock) {
        this.silences = silences;
        this.commands = commands;
        this.clock = clock;
    }

    /** Notes every silence that is too long now; tells how many there were. */
    public int sweep() {
        var found = silences.before(LegalDay.of(clock.instant()), AT_ONCE);
        found.forEach(this::note);
        return found.size();
    }

    private void note(Silence silence) {
        var today = LegalDay.of(clock.instant());
        var id = DerivedId.of(silence.caseId().value(), NAME + "/" + silence.since() + "/" + today);
        commands.send(
                new NoteSilence(silence.caseId(), silence.since(), silence.everyDays()),
                new CommandOrigin(
                        new CommandId(id),
                        silence.organisation(),
                        new Actor.Automatic(NAME),
                        Optional.empty(),
                        Optional.empty(),
                        id));
    }

    @Override
    public synchronized void start() {
        if (sweeping == null) {
            sweeping = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("cases-silence").daemon().factory());
            var _ = sweeping.scheduleWithFixedDelay(
                    this::sweepOnce, 0, BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweepOnce() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("A sweep for silence failed and is tried again: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (sweeping != null) {
            sweeping.shutdownNow();
            sweeping = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return sweeping != null;
    }
}

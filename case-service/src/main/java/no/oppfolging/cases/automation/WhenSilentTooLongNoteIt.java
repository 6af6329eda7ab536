package no.oppfolging.cases.automation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.cases.read.contact.Silences.Silence;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.messaging.Watermarks;

/**
 * When nothing has been heard in a case for longer than agreed, and no meeting can be told of any more that was held in
 * time, it is noted, once for each silence.
 *
 * <p>Several instances may sweep at once: the command's id follows from the case, the day silence is counted from, and
 * what the list has heard. Where the list was behind, the command leads to nothing, and it is another that is sent when
 * what had been heard turns out to be nothing.
 */
public final class WhenSilentTooLongNoteIt {
    private static final String NAME = "cases.when-silent-too-long-note-it";
    private static final Set<String> PRODUCERS = Set.of("meeting");
    private static final int AT_ONCE = 500;

    private final Silences silences;
    private final Watermarks watermarks;
    private final Commands commands;
    private final Clock clock;

    public WhenSilentTooLongNoteIt(Silences silences, Watermarks watermarks, Commands commands, Clock clock) {
        this.silences = silences;
        this.watermarks = watermarks;
        this.commands = commands;
        this.clock = clock;
    }

    /** Notes every silence that is too long now; tells how many there were. */
    public int sweep() {
        var noted = 0;
        for (var silence : silences.before(LegalDay.of(clock.instant()), AT_ONCE)) {
            var over = LegalDay.begins(silence.dueOn().plusDays(1));
            if (watermarks
                    .awaited(PRODUCERS, over, silences.keysOf(silence.caseId()))
                    .isEmpty()) {
                note(silence);
                noted++;
            }
        }
        return noted;
    }

    private void note(Silence silence) {
        var today = LegalDay.of(clock.instant());
        var id = DerivedId.of(
                silence.caseId().value(), NAME + "/" + silence.since() + "/" + silence.version() + "/" + today);
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
}

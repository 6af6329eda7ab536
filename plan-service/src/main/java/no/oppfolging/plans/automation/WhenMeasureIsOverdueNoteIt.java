package no.oppfolging.plans.automation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.read.duemeasures.DueMeasures;
import no.oppfolging.plans.read.duemeasures.DueMeasures.DueMeasure;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Watermarks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the day of a measure of the plan in force is over, it has not been marked as done, and nothing can be told any
 * more that had ended the case by then, it is noted, once for each day the two have agreed on.
 *
 * <p>Several instances may sweep at once: the command's id follows from the plan's version, the measure and since when
 * it has been waited for.
 */
public final class WhenMeasureIsOverdueNoteIt {
    private static final Logger log = LoggerFactory.getLogger(WhenMeasureIsOverdueNoteIt.class);
    private static final String NAME = "plans.when-measure-is-overdue-note-it";
    private static final Set<String> PRODUCERS = Set.of("case");
    private static final int AT_ONCE = 500;

    private final DueMeasures measures;
    private final Watermarks watermarks;
    private final Commands commands;
    private final Clock clock;

    public WhenMeasureIsOverdueNoteIt(DueMeasures measures, Watermarks watermarks, Commands commands, Clock clock) {
        this.measures = measures;
        this.watermarks = watermarks;
        this.commands = commands;
        this.clock = clock;
    }

    /** Notes every measure that is overdue now; tells how many there were. */
    public int sweep() {
        var noted = 0;
        for (var measure : measures.before(LegalDay.of(clock.instant()), AT_ONCE)) {
            var over = LegalDay.begins(measure.dueOn().plusDays(1));
            if (watermarks.awaited(PRODUCERS, over, measure.caseId().value()).isEmpty()) {
                note(measure);
                noted++;
            }
        }
        return noted;
    }

    private void note(DueMeasure measure) {
        var id = DerivedId.of(
                measure.planId().value(),
                NAME + "/" + measure.version() + "/" + measure.measureId() + "/" + measure.since());
        try {
            commands.send(
                    new NoteMeasureOverdue(measure.caseId(), measure.planId(), measure.measureId()),
                    new CommandOrigin(
                            new CommandId(id),
                            measure.organisation(),
                            new Actor.Automatic(NAME),
                            Optional.empty(),
                            Optional.empty(),
                            id));
        } catch (Refusal refusal) {
            log.warn(
                    "A measure could not be noted as overdue: measure={} rule={}", measure.measureId(), refusal.rule());
        }
    }
}

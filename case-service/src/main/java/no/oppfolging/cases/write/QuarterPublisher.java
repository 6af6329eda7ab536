package no.oppfolging.cases.write;

import java.util.Optional;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublicationId;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.cases.domain.figures.QuarterPublication.QuarterPublished;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.OrganisationNumber;

/** Tells the figures of a quarter for the first time, and knows from the log what was told: no view stands between. */
public final class QuarterPublisher {
    private static final String NAME = "cases.quarter-publisher";

    private final Commands commands;
    private final EventLog log;

    public QuarterPublisher(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    public Optional<QuarterFigures> told(OrganisationNumber organisation, String quarter) {
        return log.ofStream(PublicationId.of(organisation, quarter).value()).stream()
                .map(recorded -> ((QuarterPublished) recorded.event()).figures())
                .findFirst();
    }

    /** Tells them, unless somebody else just has; then theirs are the ones. */
    public QuarterFigures tell(OrganisationNumber organisation, QuarterFigures figures) {
        var command = new PublishQuarter(organisation, figures);
        var id = DerivedId.of(command.target().value(), NAME);
        commands.send(
                command,
                new CommandOrigin(
                        new CommandId(id),
                        organisation,
                        new Actor.Automatic(NAME),
                        Optional.empty(),
                        Optional.empty(),
                        id));
        return told(organisation, figures.quarter()).orElseThrow();
    }
}

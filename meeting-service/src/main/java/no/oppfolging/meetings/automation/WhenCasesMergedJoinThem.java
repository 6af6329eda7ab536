package no.oppfolging.meetings.automation;

import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CasesMerged;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When cases have become one, each absorbed one joins the survivor: new meetings are summoned to there. */
public final class WhenCasesMergedJoinThem implements MessageHandler {
    private final Commands commands;

    public WhenCasesMergedJoinThem(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "meetings.when-cases-merged-join-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASES_MERGED);
    }

    @Override
    public Outcome handle(Message message) {
        var merged = message.as(CasesMerged.class);
        var survivor = new CaseId(merged.survivor());
        try {
            for (var id : merged.absorbed()) {
                var absorbed = new CaseId(id);
                commands.send(new JoinCase(absorbed, survivor, message.toldAt()), message.origin(name(), absorbed));
                commands.send(
                        new AbsorbCase(survivor, absorbed), absorbing(absorbed, message.origin(name(), survivor)));
            }
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }

    /** Several may be absorbed at once: each is a command of its own to the survivor. */
    private static CommandOrigin absorbing(CaseId absorbed, CommandOrigin origin) {
        return new CommandOrigin(
                new CommandId(DerivedId.of(origin.id().value(), absorbed.toString())),
                origin.organisation(),
                origin.actor(),
                origin.expectedVersion(),
                origin.causation(),
                origin.correlation());
    }
}

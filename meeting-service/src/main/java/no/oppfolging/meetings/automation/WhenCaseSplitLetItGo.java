package no.oppfolging.meetings.automation;

import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case turns out to be two, the later one stands by itself, and what belongs to its days passes on to it. */
public final class WhenCaseSplitLetItGo implements MessageHandler {
    private final Commands commands;

    public WhenCaseSplitLetItGo(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "meetings.when-case-split-let-it-go";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_SPLIT);
    }

    @Override
    public Outcome handle(Message message) {
        var split = message.as(CaseSplit.class);
        var kept = new CaseId(split.kept());
        var created = new CaseId(split.created());
        try {
            // First, so that there is somebody to take over.
            commands.send(new LeaveCase(created, message.toldAt()), message.origin(name(), created));
            commands.send(new ReleaseCase(kept, created, split.startedOn()), message.origin(name(), kept));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}

package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CasesMerged;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When cases have become one, the notices of each absorbed one are shown with the survivor's. */
public final class WhenCasesMergedJoinThem implements MessageHandler {
    private final Commands commands;

    public WhenCasesMergedJoinThem(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "notifications.when-cases-merged-join-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASES_MERGED);
    }

    @Override
    public Outcome handle(Message message) {
        var merged = message.as(CasesMerged.class);
        try {
            for (var absorbed : merged.absorbed()) {
                var join = new JoinCase(new CaseId(absorbed), new CaseId(merged.survivor()), message.toldAt());
                commands.send(join, message.origin(name(), join.target()));
            }
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}

package no.oppfolging.meetings.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CasesMerged;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When cases have become one, each absorbed one joins the survivor: new meetings are summoned to there. */
public final class WhenCasesMergedJoinThem implements NewsAutomation {
    @Override
    public String name() {
        return "meetings.when-cases-merged-join-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASES_MERGED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var merged = message.as(CasesMerged.class);
        var survivor = new CaseId(merged.survivor());
        var commands = new ArrayList<DomainCommand>();
        for (var id : merged.absorbed()) {
            var absorbed = new CaseId(id);
            commands.add(new JoinCase(absorbed, survivor, message.toldAt()));
            commands.add(new AbsorbCase(survivor, absorbed));
        }
        return commands;
    }
}

package no.oppfolging.cases.automation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.inbox.HrNews;
import no.oppfolging.cases.inbox.HrNews.LeaderTold;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/**
 * When HR names another leader for somebody, each open case of that employment is handed over. Who may see it follows
 * from the directory alone, and at once; this is about what the new leader is told.
 */
public final class WhenLeaderChangesHandOver implements NewsAutomation {
    private final Directory directory;
    private final OpenCases cases;

    public WhenLeaderChangesHandOver(Directory directory, OpenCases cases) {
        this.directory = directory;
        this.cases = cases;
    }

    /** Which cases of an employment are followed. */
    @FunctionalInterface
    public interface OpenCases {
        Set<CaseId> of(EmploymentId employment);
    }

    @Override
    public String name() {
        return "cases.when-leader-changes-hand-over";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(HrNews.EMPLOYMENT_STARTED, HrNews.EMPLOYMENT_CHANGED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var told = message.as(LeaderTold.class);
        var employment = new EmploymentId(told.employmentId());
        var theDayBefore = LegalDay.begins(told.validFrom()).minus(1, ChronoUnit.MICROS);
        var before = directory.leaderOf(employment, theDayBefore);
        var named = told.lineManager().map(led -> new PersonId(led.personId()));
        if (before.isEmpty() || named.isEmpty() || named.equals(before) || !leads(named, employment, told)) {
            return List.of();
        }
        return cases.of(employment).stream()
                .<DomainCommand>map(caseId -> new HandOver(
                        caseId,
                        DerivedId.of(caseId.value(), "hand-over/" + told.validFrom() + "/" + named.get()),
                        before.get(),
                        named.get(),
                        told.validFrom()))
                .toList();
    }

    /**
     * Whoever is named does not lead where it is the employee (then somebody does who need not be new to it), and where
     * HR has told otherwise since.
     */
    private boolean leads(Optional<PersonId> named, EmploymentId employment, LeaderTold told) {
        return directory.leaderOf(employment, LegalDay.begins(told.validFrom())).equals(named);
    }
}

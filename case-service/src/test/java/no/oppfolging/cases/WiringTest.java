package no.oppfolging.cases;

import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.HrRejection.HrMessageRejected;
import no.oppfolging.cases.domain.HrRejection.RejectHrMessage;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.contact.CaseContactCommand;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.cases.domain.figures.QuarterPublication.QuarterPublished;
import no.oppfolging.cases.write.AgreedFollowUpShell;
import no.oppfolging.cases.write.CaseContactShell;
import no.oppfolging.cases.write.EmploymentFollowUpShell;
import no.oppfolging.cases.write.HrRejectionShell;
import no.oppfolging.cases.write.QuarterPublicationShell;
import no.oppfolging.platform.testing.WiringRules;
import no.oppfolging.platform.testing.WiringRules.Wired;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringTest {
    @TestFactory
    Stream<DynamicTest> every_command_and_event_is_known_wherever_it_must_be() {
        return WiringRules.mustHold(
                CaseAuthority.table()
                        .and(DutiesAuthority.table())
                        .and(ContactAuthority.table())
                        .and(AgreedConfiguration.authority()),
                CaseEvents.catalogue(),
                new Wired(
                        EmploymentFollowUpShell.class, EmploymentFollowUpCommand.class, EmploymentFollowUpEvent.class),
                new Wired(CaseContactShell.class, CaseContactCommand.class, CaseContactEvent.class),
                new Wired(AgreedFollowUpShell.class, AgreedFollowUpCommand.class, AgreedFollowUpEvent.class),
                new Wired(HrRejectionShell.class, RejectHrMessage.class, HrMessageRejected.class),
                new Wired(QuarterPublicationShell.class, PublishQuarter.class, QuarterPublished.class));
    }
}

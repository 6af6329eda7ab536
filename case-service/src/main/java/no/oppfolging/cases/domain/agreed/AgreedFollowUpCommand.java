package no.oppfolging.cases.domain.agreed;

import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonId;

/** What may be asked of a follow-up that two agree on. */
public sealed interface AgreedFollowUpCommand extends DomainCommand {
    CaseId caseId();

    @Override
    default AgreedFollowUpId target() {
        return new AgreedFollowUpId(caseId());
    }

    /** Employee or leader opens it; whoever does must be tied to the employment, for there is no case yet. */
    record OpenFollowUp(CaseId caseId, EmploymentId employmentId, PersonId employee, Occasion occasion)
            implements AgreedFollowUpCommand {
        @Override
        public Identifier tiedTo() {
            return employmentId;
        }
    }

    /** It has gone on for as long as it was needed. */
    record CloseFollowUp(CaseId caseId) implements AgreedFollowUpCommand {
        @Override
        public Identifier tiedTo() {
            return caseId;
        }
    }

    /** It is needed again. */
    record ReopenFollowUp(CaseId caseId) implements AgreedFollowUpCommand {
        @Override
        public Identifier tiedTo() {
            return caseId;
        }
    }
}

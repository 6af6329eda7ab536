package no.oppfolging.platform.casefile;

import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.privacy.ReadPurpose;

/** Asks that a read of a case be kept; whoever asks is the reader. */
public record NoteCaseRead(CaseId caseId, ReadPurpose purpose) implements DomainCommand {
    @Override
    public ReadsOfCase target() {
        return new ReadsOfCase(caseId);
    }

    @Override
    public Identifier tiedTo() {
        return caseId;
    }
}

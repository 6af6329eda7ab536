package no.oppfolging.platform.casefile;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.privacy.ReadPurpose;

/**
 * Somebody has read a case; who, and in which role, stands beside the event as its actor. Every service's catalogue has
 * it, as {@code CaseRead}.
 */
public record CaseRead(CaseId caseId, ReadPurpose purpose) implements DomainEvent {
    @Override
    public ReadsOfCase stream() {
        return new ReadsOfCase(caseId);
    }

    @Override
    public Optional<CaseId> caseRef() {
        return Optional.of(caseId);
    }
}

package no.oppfolging.cases.domain.agreed;

import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;

/** The life of a follow-up that two agree on. */
public sealed interface AgreedFollowUpEvent extends DomainEvent {
    CaseId caseId();

    @Override
    default AgreedFollowUpId stream() {
        return new AgreedFollowUpId(caseId());
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    /** @param occasion an {@link Occasion}, sealed: that somebody is at risk is nobody else's to know */
    record FollowUpOpened(
            CaseId caseId,
            EmploymentId employmentId,
            PersonId employee,
            @KeptFor(Purpose.REASON_CODE) PersonalText occasion,
            LocalDate on)
            implements AgreedFollowUpEvent {}

    record FollowUpClosed(CaseId caseId, LocalDate on) implements AgreedFollowUpEvent {}

    record FollowUpReopened(CaseId caseId, LocalDate on) implements AgreedFollowUpEvent {}
}

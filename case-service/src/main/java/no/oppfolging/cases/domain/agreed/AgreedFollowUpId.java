package no.oppfolging.cases.domain.agreed;

import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;

/** Names the stream, beside what is said in the case, that tells whether an agreed follow-up goes on. */
public record AgreedFollowUpId(CaseId caseId) implements Identifier {
    /** The case of a follow-up that begins on a day; one employment has one a day. */
    public static CaseId caseOf(EmploymentId employment, LocalDate day) {
        return new CaseId(DerivedId.of(employment.value(), "agreed-follow-up/" + day));
    }

    @Override
    public UUID value() {
        return DerivedId.of(caseId.value(), "agreed-follow-up");
    }

    @Override
    public String toString() {
        return value().toString();
    }
}

package no.oppfolging.platform.casefile;

import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.Identifier;

/** Names the stream beside a case's own in which a service keeps who has read it. */
public record ReadsOfCase(CaseId caseId) implements Identifier {
    @Override
    public UUID value() {
        return DerivedId.of(caseId.value(), "reads");
    }

    @Override
    public String toString() {
        return value().toString();
    }
}

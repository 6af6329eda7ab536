package no.oppfolging.platform.privacy;

import java.util.Map;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.Refusal;

/** Nothing more is written about somebody whose key for this purpose has been destroyed. */
public final class ErasedSubject extends Refusal {
    ErasedSubject(PersonId subject, Purpose purpose) {
        super("subject-is-erased", Map.of("subject", subject.toString(), "purpose", purpose.name()));
    }
}

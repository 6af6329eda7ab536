package no.oppfolging.cases.automation;

import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** Something is told of a case that is not in view here yet. */
final class CaseNotKnownYet extends Refusal {
    CaseNotKnownYet() {
        super("case-not-known-yet", Map.of());
    }
}

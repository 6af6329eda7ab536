package no.oppfolging.cases.domain.agreed;

import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about a follow-up that two agree on said no. */
public final class AgreedFollowUpRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    AgreedFollowUpRefused(String rule) {
        super(rule, Map.of());
    }
}

package no.oppfolging.cases.read.derivation;

import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.EmploymentId;

/** Tells from the log all that is known of the follow-up of an employment. */
final class KnownFollowUps {
    private final EventLog log;
    private final RuleSets law;

    KnownFollowUps(EventLog log, RuleSets law) {
        this.log = log;
        this.law = law;
    }

    EmploymentFollowUp of(EmploymentId employment) {
        var followUp = EmploymentFollowUp.unknown(law);
        for (var recorded : log.ofStream(employment.value())) {
            if (recorded.event() instanceof EmploymentFollowUpEvent event) {
                followUp = followUp.evolve(event);
            }
        }
        return followUp;
    }
}

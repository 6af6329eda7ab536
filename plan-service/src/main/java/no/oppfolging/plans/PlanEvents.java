package no.oppfolging.plans;

import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.platform.casefile.CaseRead;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.messagedesk.MessageDesk;

/** The lasting names of what plan-service stores; each stands here for ever. */
final class PlanEvents {
    private PlanEvents() {}

    static EventCatalogue catalogue() {
        return MessageDesk.events(EventCatalogue.of("plan"))
                .with("CaseFollowed", CaseFollowed.class)
                .with("CaseAbsorbed", CaseAbsorbed.class)
                .with("CaseJoined", 2, CaseJoined.class)
                .with("CaseReleased", CaseReleased.class)
                .with("CaseResumed", 2, CaseResumed.class)
                .with("CaseEnded", CaseEnded.class)
                .with("PlanDutyNoted", PlanDutyNoted.class)
                .with("PlanPresented", 2, PlanPresented.class)
                .with("PlanSigned", PlanSigned.class)
                .with("SigningRefused", SigningRefused.class)
                .with("SignaturesVoided", SignaturesVoided.class)
                .with("PlanAgreed", PlanAgreed.class)
                .with("MeasureDone", MeasureDone.class)
                .with("MeasureFoundOverdue", MeasureFoundOverdue.class)
                .with("PlanGivenToDoctor", PlanGivenToDoctor.class)
                .with("PlanGivenToDoctorStruck", PlanGivenToDoctorStruck.class)
                .with("CaseRead", CaseRead.class);
    }
}

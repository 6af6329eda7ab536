package no.oppfolging.cases;

import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
import no.oppfolging.cases.domain.HrRejection.HrMessageRejected;
import no.oppfolging.platform.casefile.CaseRead;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.messagedesk.MessageDesk;

/** The lasting names of what case-service stores; each stands here for ever. */
final class CaseEvents {
    private CaseEvents() {}

    static EventCatalogue catalogue() {
        return MessageDesk.events(EventCatalogue.of("case"))
                .with("EmploymentNoted", EmploymentNoted.class)
                .with("EmploymentEndNoted", EmploymentEndNoted.class)
                .with("AbsenceRegistered", AbsenceRegistered.class)
                .with("AbsenceCorrected", AbsenceCorrected.class)
                .with("AbsenceWithdrawn", AbsenceWithdrawn.class)
                .with("CaseOpened", CaseOpened.class)
                .with("CasePeriodChanged", CasePeriodChanged.class)
                .with("CasesMerged", CasesMerged.class)
                .with("CaseSplit", CaseSplit.class)
                .with("CaseClosed", CaseClosed.class)
                .with("CaseReopened", CaseReopened.class)
                .with("DialogueMeetingNoted", DialogueMeetingNoted.class)
                .with("AgreedPlanNoted", AgreedPlanNoted.class)
                .with("DialogueMeetingAskedFor", DialogueMeetingAskedFor.class)
                .with("DeadlineSet", DeadlineSet.class)
                .with("DeadlineRecalculated", DeadlineRecalculated.class)
                .with("DeadlineMet", DeadlineMet.class)
                .with("DeadlineMissed", DeadlineMissed.class)
                .with("DeadlineLapsed", DeadlineLapsed.class)
                .with("DeadlineNotRequired", DeadlineNotRequired.class)
                .with("DeadlineRevived", DeadlineRevived.class)
                .with("DeadlineFoundMet", DeadlineFoundMet.class)
                .with("PresentedPlanNoted", PresentedPlanNoted.class)
                .with("DutyExempted", DutyExempted.class)
                .with("ExemptionRevoked", ExemptionRevoked.class)
                .with("ExemptionDisputed", ExemptionDisputed.class)
                .with("LatenessExplained", LatenessExplained.class)
                .with("DeadlineExempted", DeadlineExempted.class)
                .with("HrMessageRejected", HrMessageRejected.class)
                .with("CaseRead", CaseRead.class);
    }
}

package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;

/** Kari has been away since Monday 2 March 2026; Ola, who leads her, lays a plan before her in the third week. */
final class CasePlanExample {
    static final CaseId CASE = CaseId.of("00000000-0000-0000-0000-0000000000c1");
    static final CaseId OTHER_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c2");
    static final ToldAt EARLIER = new ToldAt(5);
    static final ToldAt LATER = new ToldAt(9);
    static final EmploymentId EMPLOYMENT = EmploymentId.of("00000000-0000-0000-0000-0000000000e1");
    static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");
    static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    static final PersonId SIRI = PersonId.of("00000000-0000-0000-0000-000000000005");
    static final PlanId PLAN = PlanId.of("00000000-0000-0000-0000-0000000000d1");
    static final PlanId ANOTHER_PLAN = PlanId.of("00000000-0000-0000-0000-0000000000d2");
    static final SignInMethod WITH_BANKID =
            SignInMethod.of("https://issuer.example/realm", "idporten-loa-high", List.of("BankID"));

    static final Instant WEDNESDAY = oslo("2026-03-18T10:00");
    static final Instant THURSDAY = oslo("2026-03-19T10:00");
    static final Instant LATE_ON_FRIDAY = oslo("2026-03-20T23:30");

    static final PersonalText SALT = text("kJ8vQ2xNf0yYt3mWb7RzLA");
    static final PersonalText OTHER_SALT = text("Zz19cUw4pLq0aE6sHd5TnM");

    static final PlanContent CONTENT = content("Halve dager", LocalDate.of(2026, 5, 4));
    static final PlanContent CHANGED_CONTENT = content("Hjemmekontor to dager i uka", LocalDate.of(2026, 5, 4));

    static final PlannedMeasure SWAP_SHIFTS = new PlannedMeasure(
            MeasureId.of("00000000-0000-0000-0000-000000000011"),
            MeasureVerb.SWAP,
            text("Bytte kveldsvakter med Siri"),
            Party.MANAGER,
            LocalDate.of(2026, 4, 13));

    static final CaseFollowed FOLLOWED = new CaseFollowed(CASE, EMPLOYMENT, KARI);
    static final PlanPresented PRESENTED = presented(1, CONTENT, SALT);
    static final PlanPresented CHANGED = presented(2, CHANGED_CONTENT, OTHER_SALT);

    private CasePlanExample() {}

    static Specification<CasePlan, CasePlanCommand, CasePlanEvent> plan() {
        return new Specification<>(
                CasePlan.unknown(), CasePlan::decide, CasePlan::evolve, Sentences.in("messages/plans.properties"));
    }

    static PresentPlan present(PlanContent content) {
        return new PresentPlan(CASE, PLAN, content, SALT);
    }

    static PlanPresented presented(int version, PlanContent content, PersonalText salt) {
        var digest = new PlanDocument(CASE, PLAN, version, content, salt).digest();
        return new PlanPresented(CASE, PLAN, version, content, salt, digest);
    }

    static SignPlan kariSigns(PlanPresented plan) {
        return sign(plan, Party.EMPLOYEE, KARI);
    }

    static SignPlan olaSigns(PlanPresented plan) {
        return sign(plan, Party.MANAGER, OLA);
    }

    static SignPlan sign(PlanPresented plan, Party by, PersonId person) {
        return new SignPlan(CASE, PLAN, plan.version(), plan.digest(), by, person, WITH_BANKID);
    }

    static PlanSigned signedByKari(PlanPresented plan, Instant at) {
        return new PlanSigned(CASE, PLAN, plan.version(), plan.digest(), Party.EMPLOYEE, KARI, WITH_BANKID, at);
    }

    static PlanSigned signedByOla(PlanPresented plan, Instant at) {
        return new PlanSigned(CASE, PLAN, plan.version(), plan.digest(), Party.MANAGER, OLA, WITH_BANKID, at);
    }

    static PlanAgreed agreed(PlanPresented plan, LocalDate on) {
        return new PlanAgreed(CASE, PLAN, plan.version(), plan.digest(), on);
    }

    static PlanContent content(String measures, LocalDate evaluationDate) {
        return content(measures, evaluationDate, List.of());
    }

    static PlanContent with(PlannedMeasure... measures) {
        return content("Halve dager", LocalDate.of(2026, 5, 4), List.of(measures));
    }

    static PlanContent content(String measures, LocalDate evaluationDate, List<PlannedMeasure> plannedMeasures) {
        return new PlanContent(
                text("Tilbake i egen stilling til sommeren"),
                text("Kundesenter, vakter til 20"),
                text("Skriftlige henvendelser"),
                text("Telefonvakt"),
                text(measures),
                text(""),
                text("Samtale annenhver mandag"),
                text("Halv stilling i mai"),
                evaluationDate,
                true,
                text(""),
                plannedMeasures);
    }

    static PersonalText text(String text) {
        return new PersonalText(KARI, text);
    }

    static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(LegalDay.NORWAY).toInstant();
    }
}

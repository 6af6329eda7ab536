package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseClosed;
import no.oppfolging.plans.inbox.CaseNews.CaseOpened;
import no.oppfolging.plans.inbox.CaseNews.CaseReopened;
import no.oppfolging.plans.inbox.CaseNews.CaseSplit;
import no.oppfolging.plans.inbox.CaseNews.CasesMerged;
import no.oppfolging.plans.inbox.CaseNews.DeadlineNews;
import no.oppfolging.plans.outbox.PlanNews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {
    private static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-0000000000c1");
    private static final PlanId PLAN = PlanId.of("00000000-0000-4000-8000-0000000000d1");
    private static final MeasureId MEASURE = MeasureId.of("00000000-0000-4000-8000-000000000011");
    private static final PersonId KARI = PersonId.of("00000000-0000-4000-8000-00000000000a");
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-16T08:00:00Z");
    private static final PersonalText TEXT = new PersonalText(KARI, "Halve dager");
    private static final PlanDigest DIGEST = new PlanDigest("0123456789abcdef".repeat(4));
    private static final PlanContent CONTENT = PlanContent.of(_ -> TEXT, LocalDate.of(2026, 5, 4), true, List.of());

    private final ContractRules rules = new ContractRules();

    @TestFactory
    Stream<DynamicTest> what_is_told_fits_its_contract_and_says_neither_what_nor_who() {
        var method = SignInMethod.of("https://issuer.example", "high", List.of("BankID"));
        return Stream.<PlanEvent>of(
                        new PlanPresented(CASE, PLAN, 1, CONTENT, TEXT, DIGEST),
                        new PlanSigned(CASE, PLAN, 1, DIGEST, Party.EMPLOYEE, KARI, method, MONDAY_NINE),
                        new SignaturesVoided(CASE, PLAN, 1, List.of(Party.EMPLOYEE)),
                        new PlanAgreed(CASE, PLAN, 1, DIGEST, LocalDate.of(2026, 3, 16)),
                        new MeasureFoundOverdue(CASE, PLAN, 1, MEASURE, LocalDate.of(2026, 4, 13)),
                        new PlanGivenToDoctor(CASE, PLAN, 1, LocalDate.of(2026, 3, 16), WayToDoctor.POSTED),
                        new PlanGivenToDoctorStruck(CASE, PLAN, 1))
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> {
                    var told = rules.assertFits(
                                    ContractRules.told(new PlanNews(), event).orElseThrow())
                            .toString();
                    assertThat(told).doesNotContain("Halve", "BankID", "POSTED", KARI.toString());
                }));
    }

    @Test
    void what_is_between_the_two_is_not_told() {
        assertThat(ContractRules.told(new PlanNews(), new SigningRefused(CASE, PLAN, 1, KARI, TEXT)))
                .isEmpty();
        assertThat(ContractRules.told(
                        new PlanNews(), new MeasureDone(CASE, PLAN, 1, MEASURE, LocalDate.of(2026, 4, 13))))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> what_others_tell_is_understood() {
        return Stream.of(
                rules.isUnderstood(CaseNews.CASE_OPENED, CaseOpened.class),
                rules.isUnderstood(CaseNews.CASES_MERGED, CasesMerged.class),
                rules.isUnderstood(CaseNews.CASE_SPLIT, CaseSplit.class),
                rules.isUnderstood(CaseNews.CASE_REOPENED, CaseReopened.class),
                rules.isUnderstood(CaseNews.CASE_CLOSED, CaseClosed.class),
                rules.isUnderstood(CaseNews.DEADLINE_SET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_RECALCULATED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_REVIVED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_MET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_FOUND_MET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_MISSED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_EXEMPTED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_LAPSED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_NOT_REQUIRED, DeadlineNews.class));
    }
}

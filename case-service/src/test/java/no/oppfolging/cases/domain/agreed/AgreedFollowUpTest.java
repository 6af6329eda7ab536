package no.oppfolging.cases.domain.agreed;

import java.time.Instant;
import java.time.LocalDate;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;
import org.junit.jupiter.api.Test;

class AgreedFollowUpTest {
    private static final EmploymentId JOB = EmploymentId.of("10000000-0000-0000-0000-000000000001");
    private static final PersonId KARI = PersonId.of("20000000-0000-0000-0000-000000000001");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final CaseId CASE = AgreedFollowUpId.caseOf(JOB, MONDAY);
    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

    private final FollowUpOpened opened =
            new FollowUpOpened(CASE, JOB, KARI, new PersonalText(KARI, "AT_RISK"), MONDAY);

    private final Specification<AgreedFollowUp, AgreedFollowUpCommand, AgreedFollowUpEvent> followUp =
            new Specification<>(
                    AgreedFollowUp.none(),
                    AgreedFollowUp::decide,
                    AgreedFollowUp::evolve,
                    Sentences.in("messages/cases-contact.properties"));

    @Test
    void is_opened_without_an_absence_and_its_occasion_sealed() {
        followUp.when(new OpenFollowUp(CASE, JOB, KARI, Occasion.AT_RISK), NOW).then(opened);
        followUp.given(opened)
                .when(new OpenFollowUp(CASE, JOB, KARI, Occasion.AT_RISK), NOW)
                .thenNothing();
    }

    @Test
    void is_not_opened_for_a_sick_leave() {
        followUp.when(new OpenFollowUp(CASE, JOB, KARI, Occasion.ON_SICK_LEAVE), NOW)
                .thenRefused(
                        "sick-leave-opens-its-own-case", "Fravær åpner en sak av seg selv når HR-systemet melder det.");
    }

    @Test
    void goes_on_until_it_is_closed_and_may_be_opened_again() {
        followUp.given(opened).when(new CloseFollowUp(CASE), NOW).then(new FollowUpClosed(CASE, MONDAY));
        followUp.given(opened, new FollowUpClosed(CASE, MONDAY))
                .when(new ReopenFollowUp(CASE), NOW)
                .then(new FollowUpReopened(CASE, MONDAY));
        followUp.given(opened, new FollowUpClosed(CASE, MONDAY), new FollowUpReopened(CASE, MONDAY))
                .when(new ReopenFollowUp(CASE), NOW)
                .thenNothing();
        followUp.given(opened, new FollowUpClosed(CASE, MONDAY))
                .when(new CloseFollowUp(CASE), NOW)
                .thenNothing();
    }

    @Test
    void is_nothing_that_an_absence_has_opened() {
        followUp.when(new CloseFollowUp(CASE), NOW)
                .thenRefused(
                        "follow-up-is-not-agreed",
                        "Denne saken er åpnet av et fravær, og avsluttes når fraværet er over.");
    }
}

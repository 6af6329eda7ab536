package no.oppfolging.cases.read.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.eventlog.EventMetadata;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import org.junit.jupiter.api.Test;

/** March began on 5 March and April on 8 April; they are one for a while, and then two again. */
class DecidedTest {
    private static final EmploymentId JOB = EmploymentId.of("00000000-0000-4000-8000-0000000000e1");
    private static final CaseId MARCH = CaseId.of("00000000-0000-4000-8000-0000000000c3");
    private static final CaseId APRIL = CaseId.of("00000000-0000-4000-8000-0000000000c4");
    private static final PersonalText TEXT =
            new PersonalText(PersonId.of("00000000-0000-4000-8000-00000000000a"), "Jeg vil gjerne ha en plan.");
    private static final LocalDate APRILS_FIRST_DAY = LocalDate.of(2026, 4, 8);

    private final Decided decided = new Decided();
    private long position;

    @Test
    void what_is_said_later_of_an_earlier_parts_decision_stays_there() {
        exempted("2026-03-10", MARCH);
        disputed("2026-04-13", MARCH);
        answered("2026-04-15", MARCH);
        split("2026-04-18");

        assertThat(told(MARCH)).isEqualTo("EXEMPTED DISPUTED ANSWERED");
        assertThat(told(APRIL)).isEmpty();
    }

    @Test
    void what_was_decided_while_they_were_one_goes_with_all_that_was_said_of_it() {
        merged("2026-04-09");
        exempted("2026-04-12", MARCH);
        disputed("2026-04-13", MARCH);
        answered("2026-04-15", MARCH);
        split("2026-04-18");

        assertThat(told(APRIL)).isEqualTo("EXEMPTED DISPUTED ANSWERED");
        assertThat(told(MARCH)).isEmpty();
    }

    @Test
    void what_each_remembers_is_told_once_when_they_part_and_become_one_anew() {
        exempted("2026-03-10", MARCH);
        exempted("2026-04-09", APRIL);
        merged("2026-04-10");
        reviewed("2026-04-12", MARCH);
        split("2026-04-18");
        assertThat(told(APRIL)).isEqualTo("EXEMPTED REVIEWED");
        assertThat(told(MARCH)).isEqualTo("EXEMPTED REVIEWED");

        merged("2026-04-20");
        assertThat(told(MARCH)).isEqualTo("EXEMPTED EXEMPTED REVIEWED");
    }

    @Test
    void what_was_revoked_in_one_part_leaves_the_others_decision_standing() {
        exempted("2026-03-10", MARCH);
        exempted("2026-04-09", APRIL);
        revoked("2026-04-10", APRIL);
        merged("2026-04-11");
        disputed("2026-04-13", MARCH);
        split("2026-04-18");

        assertThat(told(MARCH)).isEqualTo("EXEMPTED DISPUTED");
        assertThat(told(APRIL)).isEqualTo("EXEMPTED REVOKED");
    }

    @Test
    void why_a_day_was_missed_stays_with_the_case_whose_day_it_was() {
        explained("2026-04-10", MARCH);
        explained("2026-04-11", APRIL);
        merged("2026-04-12");
        assertThat(told(MARCH)).isEqualTo("EXPLAINED EXPLAINED");

        split("2026-04-18");
        assertThat(told(MARCH)).isEqualTo("EXPLAINED");
        assertThat(told(APRIL)).isEqualTo("EXPLAINED");
    }

    private String told(CaseId caseId) {
        return String.join(
                " ",
                decided.inCase(caseId)
                        .map(told -> told.decision().what().name())
                        .toList());
    }

    private void exempted(String day, CaseId caseId) {
        on(day, new DutyExempted(JOB, caseId, Stage.PLAN, TEXT, LocalDate.parse(day), null));
    }

    private void reviewed(String day, CaseId caseId) {
        on(day, new ExemptionReviewed(JOB, caseId, Stage.PLAN, TEXT, LocalDate.parse(day), null));
    }

    private void revoked(String day, CaseId caseId) {
        on(day, new ExemptionRevoked(JOB, caseId, Stage.PLAN, LocalDate.parse(day)));
    }

    private void disputed(String day, CaseId caseId) {
        on(day, new ExemptionDisputed(JOB, caseId, Stage.PLAN, TEXT, LocalDate.parse(day)));
    }

    private void answered(String day, CaseId caseId) {
        on(day, new DisputeAnswered(JOB, caseId, Stage.PLAN, TEXT, LocalDate.parse(day)));
    }

    private void explained(String day, CaseId caseId) {
        var because = LatenessReason.values()[0];
        on(day, new LatenessExplained(JOB, caseId, Stage.PLAN, LocalDate.parse(day), because, LocalDate.parse(day)));
    }

    private void merged(String day) {
        on(day, new CasesMerged(JOB, MARCH, APRIL));
    }

    private void split(String day) {
        on(day, new CaseReopened(JOB, APRIL));
        on(day, new CaseSplit(JOB, MARCH, APRIL, APRILS_FIRST_DAY));
    }

    private void on(String day, CaseEvent event) {
        position++;
        var actor = new Actor.Person(TEXT.subject(), Role.MANAGER);
        var metadata =
                new EventMetadata(actor, new CommandId(new UUID(1, position)), Optional.empty(), new UUID(2, position));
        decided.add(new RecordedEvent(
                position,
                Instant.parse(day + "T10:00:00Z"),
                new OrganisationNumber("910825526"),
                JOB.value(),
                position,
                event.caseRef(),
                "case." + event.getClass().getSimpleName(),
                new UUID(3, position),
                metadata,
                event));
    }
}

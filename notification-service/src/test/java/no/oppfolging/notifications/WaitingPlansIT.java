package no.oppfolging.notifications;

import static no.oppfolging.notifications.Mails.header;
import static no.oppfolging.notifications.Mails.partOf;
import static no.oppfolging.notifications.Mails.saysNothingOfAnyone;
import static no.oppfolging.notifications.Mails.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the line manager is told of a plan to sign, and of what is not done in time. */
class WaitingPlansIT {
    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final UUID planId = known.planId;
    private final Employed ola = known.ola;
    private final Someone asHr = known.asHr;

    @AfterEach
    void nothing_of_it_is_left_to_be_sent() {
        known.leavesNothingToBeSent();
    }

    @Nested
    class A_plan_that_waits {
        @Test
        void is_told_of_to_the_line_manager_once_for_each_version() {
            running.planIs(caseId, planId, 1, "EMPLOYEE", "MANAGER");
            presented(1);
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            assertThat(header(mail, "Subject")).isEqualTo("En plan venter på underskriften din");
            assertThat(textOf(mail)).isEqualTo("""
                    Hei!

                    En plan er lagt fram for deg og venter på underskriften din. Les den først, og skriv under når du er enig.

                    Logg inn for å lese planen og skrive under:
                    %s/plans/cases/%s

                    Av hensyn til personvernet står det ingen navn i denne e-posten. Logg inn for å se hvem det gjelder.

                    E-posten er sendt automatisk og kan ikke besvares. Ring 22 00 00 00 hvis du lurer på noe.

                    Hilsen Oppfølging
                    """.formatted(service.address(), caseId));
            assertThat(partOf(mail, "text/calendar")).isEmpty();
            saysNothingOfAnyone(mail);
        }

        @Test
        void is_not_told_of_when_the_manager_signs_first() {
            running.isNight();
            running.planIs(caseId, planId, 1, "MANAGER");
            presented(1);
            running.awaitNotices(caseId, asHr, "WAITING");

            known.tells(
                    ServiceName.PLANS,
                    "PlanSigned",
                    Map.of("planId", planId.toString(), "version", 1, "by", "MANAGER"));

            running.awaitNotices(caseId, asHr, "CANCELLED PLAN_SIGNED");
        }

        @Test
        @Shows(value = "D-30", at = "e-mail")
        void is_not_told_of_when_it_was_signed_and_that_is_not_heard_of_yet() {
            running.planIs(caseId, planId, 1, "EMPLOYEE");
            presented(1);
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED PLAN_SIGNED");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void still_is_when_the_employee_signs() {
            running.isNight();
            running.planIs(caseId, planId, 1, "MANAGER");
            presented(1);
            known.tells(
                    ServiceName.PLANS,
                    "PlanSigned",
                    Map.of("planId", planId.toString(), "version", 1, "by", "EMPLOYEE"));
            running.awaitNotices(caseId, asHr, "WAITING");
            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
        }

        @Test
        void is_told_of_in_its_latest_version_alone() {
            running.isNight();
            running.planIs(caseId, planId, 2, "EMPLOYEE", "MANAGER");
            presented(1);
            running.awaitNotices(caseId, asHr, "WAITING");
            presented(2);
            running.awaitNotices(caseId, asHr, "WAITING", "CANCELLED PLAN_CHANGED");

            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED PLAN_CHANGED");
        }

        private void presented(int version) {
            known.tells(ServiceName.PLANS, "PlanPresented", Map.of("planId", planId.toString(), "version", version));
        }
    }

    @Nested
    class A_measure_that_is_not_done_by_its_day {
        private final UUID measureId = UUID.randomUUID();

        @Test
        @Shows(
                value = {"C-78", "D-30"},
                at = "e-mail")
        void is_told_of_to_the_line_manager_in_one_mail_for_all_of_that_day() {
            running.measureIs(caseId, measureId, 2, "OVERDUE");
            overdue(measureId, "2026-04-13");
            overdue(UUID.randomUUID(), "2026-04-13");
            overdue(measureId, "2026-04-13");
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            running.awaitNotices(caseId, asHr, "SENT");
            assertThat(header(mail, "Subject")).isEqualTo("Noe dere har avtalt i en plan, er over fristen");
            assertThat(textOf(mail))
                    .contains("er ikke merket som gjort")
                    .contains(service.address() + "/plans/cases/" + caseId);
            assertThat(partOf(mail, "text/calendar")).isEmpty();
            saysNothingOfAnyone(mail);
        }

        @Test
        @Shows(value = "C-78", at = "e-mail")
        void is_not_told_of_when_it_is_done_meanwhile() {
            running.isNight();
            running.measureIs(caseId, measureId, 2, "OVERDUE");
            overdue(measureId, "2026-04-13");
            running.awaitNotices(caseId, asHr, "WAITING");
            running.measureIs(caseId, measureId, 2, "DONE");
            running.isOpen();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED MEASURE_DONE");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void is_not_told_of_when_the_case_is_over_or_the_two_have_agreed_anew() {
            running.measureIs(caseId, measureId, 2, "CASE_OVER");
            overdue(measureId, "2026-04-13");
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "CANCELLED CASE_OVER");

            running.measureIs(caseId, measureId, 3, "CHANGED");
            overdue(measureId, "2026-04-14");
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "CANCELLED PLAN_CHANGED", "CANCELLED CASE_OVER");
        }

        private void overdue(UUID measure, String dueOn) {
            known.tells(
                    ServiceName.PLANS,
                    "MeasureOverdue",
                    Map.of("planId", planId.toString(), "version", 2, "measureId", measure.toString(), "dueOn", dueOn));
        }
    }
}

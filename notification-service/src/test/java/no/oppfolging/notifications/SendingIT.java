package no.oppfolging.notifications;

import static no.oppfolging.notifications.Mails.header;
import static no.oppfolging.notifications.Mails.messageIdOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.oppfolging.notifications.channels.SenderLocks;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a notice when something stands in its way, and what operations see of it. */
class SendingIT {
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
    class A_mail_server_that_is_away {
        @Test
        void gets_the_same_mail_when_it_is_back() {
            running.mailServerStops();
            try {
                known.standing();
                known.summoned();
                running.newsIsHeard();
                running.awaitNotices(caseId, asHr, "WAITING UNREACHABLE");
            } finally {
                running.mailServerStarts();
            }
            running.passesWithNews(Duration.ofMinutes(5));

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(header(mail, "Message-ID")).isEqualTo(messageIdOf(sent));
            assertThat(sent.path("attempts").asInt()).isGreaterThan(1);
        }
    }

    @Nested
    class A_mail_whose_answer_got_lost {
        @Test
        void is_sent_once_more_as_the_same_mail_so_that_there_are_two_copies_of_one() {
            running.theNextAnswerGetsLost();
            known.standing();
            known.summoned();
            running.newsIsHeard();
            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "UNCERTAIN");

            running.passesWithNews(Duration.ofMinutes(5));

            var copies = running.awaitMailsTo(ola, 2);
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(copies).allMatch(mail -> header(mail, "Message-ID").equals(messageIdOf(sent)));
        }
    }

    @Nested
    class A_notice_that_another_instance_looks_after {
        @Test
        void is_left_to_it() {
            known.standing();
            known.summoned();
            var notice = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            var locks = new SenderLocks(service.bean(DataSource.class));
            // The service itself may just be looking whether it can be sent.
            try (var _ = Awaitility.await()
                    .until(() -> locks.take(idOf(notice)), Optional::isPresent)
                    .orElseThrow()) {
                running.planIs(caseId, planId, 1, "MANAGER");
                known.tells(ServiceName.PLANS, "PlanPresented", Map.of("planId", planId.toString(), "version", 1));
                running.newsIsHeard();
                running.awaitNotices(caseId, asHr, "SENT", "WAITING");
            }

            running.awaitNotices(caseId, asHr, "SENT", "SENT");
        }
    }

    @Nested
    class An_invitation_that_is_being_sent_when_the_meeting_is_moved {
        @Test
        void is_not_tried_again_beside_the_one_that_tells_the_new_time() {
            known.standing();
            known.summoned();
            var notice = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            var locks = new SenderLocks(service.bean(DataSource.class));
            try (var _ = Awaitility.await()
                    .until(() -> locks.take(idOf(notice)), Optional::isPresent)
                    .orElseThrow()) {
                someoneStartsSending(notice);
                known.told("MeetingMoved", Map.of("meetingId", known.meetingId.toString()));
                running.awaitNotices(caseId, asHr, "WAITING", "SENDING");
            }
            running.awaitNotices(caseId, asHr, "WAITING", "UNCERTAIN");

            running.passesWithNews(Duration.ofMinutes(5));

            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED MEETING_MOVED");
            running.awaitMailsTo(ola, 1);
        }
    }

    @Nested
    class A_notice_that_cannot_be_sent_for_two_weeks {
        @Test
        void is_given_up() {
            known.summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "WAITING WORDS_UNAVAILABLE");

            running.passes(Duration.ofDays(15));
            running.isOpen();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED OVERDUE");
        }
    }

    @Nested
    class A_sender_that_died {
        @Test
        void is_missed_and_its_notice_sent_as_the_same_mail() {
            known.standing();
            known.summoned();
            var notice = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            someoneStartsSending(notice);
            running.awaitNotices(caseId, asHr, "UNCERTAIN");

            running.passesWithNews(Duration.ofMinutes(5));

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(header(mail, "Message-ID")).isEqualTo(messageIdOf(sent));
            assertThat(sent.path("attempts").asInt()).isEqualTo(2);
        }
    }

    @Test
    void operations_see_how_many_mails_stand_how() {
        known.standing();
        known.summoned();
        running.newsIsHeard();
        running.awaitNotices(caseId, asHr, "SENT");

        var registry = service.bean(MeterRegistry.class);
        assertThat(registry.get("oppfolging.mails.states")
                        .tag("state", "sent")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);
        assertThat(registry.get("oppfolging.mails.oldest").gauge().value()).isGreaterThanOrEqualTo(0);
    }

    private void someoneStartsSending(JsonNode notice) {
        var id = UUID.randomUUID();
        service.bean(Commands.class)
                .send(
                        new StartSending(idOf(notice)),
                        new CommandOrigin(
                                new CommandId(id),
                                new OrganisationNumber(RunningService.ORGANISATION),
                                new Actor.Automatic("a sender that dies"),
                                Optional.empty(),
                                Optional.empty(),
                                id));
    }

    private static NoticeId idOf(JsonNode notice) {
        return NoticeId.of(notice.path("noticeId").asString());
    }
}

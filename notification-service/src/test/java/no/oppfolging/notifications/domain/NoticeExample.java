package no.oppfolging.notifications.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;

/** Ola is to hear on Monday 9 March 2026 that people have been summoned to a meeting. */
final class NoticeExample {
    static final CaseId CASE = CaseId.of("00000000-0000-0000-0000-0000000000c1");
    static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    static final UUID CAUSE = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    static final About MEETING = About.meeting(UUID.fromString("00000000-0000-0000-0000-0000000000f1"));

    static final Instant MONDAY_TEN = oslo("2026-03-09T10:00");
    static final Instant MONDAY_NIGHT = oslo("2026-03-09T21:00");
    static final Instant TUESDAY_NINE = oslo("2026-03-10T09:00");

    static final NoticeId NOTICE = NoticeId.of(CASE, NoticeKind.MEETING_SUMMONED, CAUSE, OLA);
    static final MessageId MESSAGE = MessageId.of(NOTICE);
    static final NoticeOrdered ORDERED = ordered(MONDAY_TEN);
    static final SendingStarted STARTED = new SendingStarted(NOTICE, CASE, 1, MESSAGE);

    private NoticeExample() {}

    static Specification<Notice, NoticeCommand, NoticeEvent> notice() {
        return new Specification<>(
                Notice.unknown(), Notice::decide, Notice::evolve, Sentences.in("messages/notifications.properties"));
    }

    static OrderNotice order(Instant dueNotBefore) {
        return new OrderNotice(
                CASE, NoticeKind.MEETING_SUMMONED, CAUSE, OLA, RecipientRole.MANAGER, MEETING, dueNotBefore);
    }

    static NoticeOrdered ordered(Instant notBefore) {
        return new NoticeOrdered(
                NOTICE, CASE, NoticeKind.MEETING_SUMMONED, CAUSE, OLA, RecipientRole.MANAGER, MEETING, notBefore);
    }

    static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(LegalDay.NORWAY).toInstant();
    }
}

package no.oppfolging.meetings.read.casemeetings;

import java.util.List;
import java.util.Optional;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseReleased;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.DutyNoted;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingTakenOver;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.FoldedRows.Row;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of {@link MeetingsOfCases}: which cases are followed, and the meetings of each. */
public final class CaseMeetingsView implements Projection {
    public static final String NAME = "case_meetings";
    private static final String SUMMONED = "summoned";
    private static final String ATTENDED = "attended";

    private final ViewTables tables;
    private final PersonalTexts texts;

    public CaseMeetingsView(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    /** The rows of the cases that a batch is about. */
    private record Rows(FoldedRows cases, FoldedRows meetings, FoldedRows participants) {
        Optional<Row> meetingOf(MeetingEvent event) {
            return meetings.find(event.caseId().value(), event.meetingId().value());
        }
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var about = RecordedEvent.idsIn(
                batch, CaseMeetingsEvent.class, event -> event.caseId().value());
        var rows = new Rows(
                tables.rows("cases", about, "case_id"),
                tables.rows("meetings", about, "case_id", "meeting_id"),
                tables.rows("participants", about, "case_id", "meeting_id", "role", "person_id"));
        for (var recorded : batch) {
            if (recorded.event() instanceof CaseMeetingsEvent event) {
                fold(event, recorded, rows);
            }
        }
        rows.cases().write();
        rows.meetings().write();
        rows.participants().write();
    }

    private void fold(CaseMeetingsEvent event, RecordedEvent recorded, Rows rows) {
        if (event instanceof CaseFollowed followed) {
            follow(followed, recorded, rows.cases());
        }
        rows.cases().find(event.caseId().value()).ifPresent(it -> fold(event, it.set("version", recorded.version())));
        if (event instanceof MeetingEvent meeting) {
            fold(meeting, rows);
        }
    }

    private static void follow(CaseFollowed followed, RecordedEvent recorded, FoldedRows cases) {
        var caseId = followed.caseId().value();
        if (cases.find(caseId).isEmpty()) {
            cases.at(caseId)
                    .set("employment_id", followed.employmentId().value())
                    .set("organisation", recorded.organisation().value())
                    .set("employee", followed.employee().value())
                    .set("ended", false);
        }
    }

    private static void fold(CaseMeetingsEvent event, Row row) {
        switch (event) {
            case CaseFollowed _, CaseAbsorbed _, CaseReleased _, MeetingEvent _ -> {}
            case CaseJoined joined -> row.set("part_of", joined.survivor());
            case CaseResumed _ -> row.set("part_of", null).set("ended", false);
            case CaseEnded _ -> row.set("ended", true);
            case DutyNoted noted ->
                row.set("duty", noted.duty().kind().name())
                        .set("due_on", noted.duty().dueOn())
                        .set("standing", noted.duty().standing().name());
        }
    }

    private void fold(MeetingEvent event, Rows rows) {
        switch (event) {
            case MeetingSummoned summoned -> summon(summoned, rows);
            case MeetingMoved moved -> move(moved, rows);
            case NoticeWaived waived -> rows.meetingOf(waived).ifPresent(row -> row.set("notice_waived", true));
            case MeetingCancelled cancelled -> rows.meetingOf(cancelled).ifPresent(row -> cancel(cancelled, row));
            case MeetingHeld held -> hold(held, rows);
            case ConversationEntered entered -> enter(entered, rows);
            case ConversationStruck struck -> forget(struck, rows);
            case MeetingPassedOn passed -> forget(passed, rows);
            case MeetingTakenOver taken -> takeOver(taken, rows);
        }
    }

    private void summon(MeetingSummoned summoned, Rows rows) {
        insert(summoned, summoned.appointment(), rows)
                .set("short_notice", summoned.shortNotice())
                .set("notice_waived", false)
                .set("purposes", purposes(summoned, summoned.purposes()));
        summoned.participants().forEach(participant -> note(summoned, participant, SUMMONED, rows));
    }

    private void takeOver(MeetingTakenOver taken, Rows rows) {
        var soFar = taken.soFar();
        var meeting = insert(taken, soFar.appointment(), rows)
                .set("short_notice", soFar.shortNotice())
                .set("notice_waived", soFar.noticeWaived())
                .set("purposes", purposes(taken, soFar.purposes()));
        soFar.heldOn().ifPresent(day -> meeting.set("status", "HELD").set("held_on", day));
        soFar.participants().forEach(participant -> note(taken, participant, SUMMONED, rows));
        soFar.attended().forEach(participant -> note(taken, participant, ATTENDED, rows));
    }

    private Row insert(MeetingEvent event, Appointment appointment, Rows rows) {
        var row = rows.meetings().at(event.caseId().value(), event.meetingId().value());
        return write(event, appointment, row)
                .set("kind", event.kind().name())
                .set("status", "SUMMONED")
                .set("entered", false);
    }

    /** It has a day and no hour; where it was nobody has said. */
    private void enter(ConversationEntered entered, Rows rows) {
        var begins = LegalDay.begins(entered.heldOn());
        rows.meetings()
                .at(entered.caseId().value(), entered.meetingId().value())
                .set("kind", entered.kind().name())
                .set("status", "HELD")
                .set("entered", true)
                .set("starts_at", begins)
                .set("ends_at", begins)
                .set("form", entered.form().name())
                .set("short_notice", false)
                .set("notice_waived", false)
                .set("held_on", entered.heldOn())
                .set("occasion", sealed(entered, MeetingsOfCases.OCCASION, entered.occasion(), Purpose.REASON_CODE))
                .set("purposes", purposes(entered, Optional.of(entered.purposes())));
        entered.attended().forEach(participant -> note(entered, participant, ATTENDED, rows));
    }

    private @Nullable String purposes(MeetingEvent event, Optional<PersonalText> stated) {
        return stated.map(text -> sealed(event, MeetingsOfCases.PURPOSES, text, Purpose.REASON_CODE))
                .orElse(null);
    }

    private Row write(MeetingEvent event, Appointment appointment, Row row) {
        return row.set("starts_at", appointment.startsAt())
                .set("ends_at", appointment.endsAt())
                .set("place", sealed(event, MeetingsOfCases.PLACE, appointment.place(), Purpose.FREE_TEXT))
                .set("form", appointment.form().name());
    }

    private static void forget(MeetingEvent gone, Rows rows) {
        var caseId = gone.caseId().value();
        var meeting = gone.meetingId().value();
        rows.meetings().remove(caseId, meeting);
        rows.participants().of(caseId).stream()
                .filter(row -> meeting.toString().equals(row.get("meeting_id")))
                .forEach(rows.participants()::remove);
    }

    private void move(MeetingMoved moved, Rows rows) {
        rows.meetingOf(moved)
                .ifPresent(row -> write(moved, moved.appointment(), row)
                        .set("short_notice", moved.shortNotice())
                        .set("notice_waived", false));
    }

    private void cancel(MeetingCancelled cancelled, Row row) {
        row.set("status", "CANCELLED")
                .set("reason", sealed(cancelled, MeetingsOfCases.REASON, cancelled.reason(), Purpose.FREE_TEXT));
    }

    private static void hold(MeetingHeld held, Rows rows) {
        rows.meetingOf(held).ifPresent(row -> row.set("status", "HELD").set("held_on", held.heldOn()));
        held.attended().forEach(participant -> note(held, participant, ATTENDED, rows));
    }

    /** Who was summoned and who attended are two answers, and aml § 4-6 (5) asks for both. */
    private static void note(MeetingEvent event, Participant participant, String as, Rows rows) {
        var caseId = event.caseId().value();
        var meeting = event.meetingId().value();
        var role = participant.role().name();
        var person = participant.person().map(PersonId::value).orElse(null);
        rows.participants()
                .find(caseId, meeting, role, person)
                .orElseGet(() -> rows.participants()
                        .at(caseId, meeting, role, person)
                        .set(SUMMONED, false)
                        .set(ATTENDED, false))
                .set(as, true);
    }

    private @Nullable String sealed(MeetingEvent event, String field, PersonalText text, Purpose purpose) {
        return text.isErased()
                ? null
                : texts.seal(
                        text,
                        Optional.of(event.caseId()),
                        purpose,
                        MeetingsOfCases.context(event.caseId(), event.meetingId(), field));
    }
}

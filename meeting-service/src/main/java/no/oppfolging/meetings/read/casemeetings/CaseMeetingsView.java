package no.oppfolging.meetings.read.casemeetings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseReleased;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
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
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps the rows of {@link MeetingsOfCases}: which cases are followed, and the meetings of each. */
public final class CaseMeetingsView implements Subscriber {
    public static final String NAME = "case_meetings_v2";

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    public CaseMeetingsView(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            if (recorded.event() instanceof CaseMeetingsEvent event) {
                fold(event, recorded);
                touch(event, recorded.version());
            }
        }
    }

    private void fold(CaseMeetingsEvent event, RecordedEvent recorded) {
        switch (event) {
            case CaseFollowed followed -> follow(followed, recorded);
            case CaseAbsorbed _ -> {}
            case CaseJoined joined -> join(joined);
            case CaseReleased _ -> {}
            case CaseResumed resumed -> resume(resumed);
            case CaseEnded ended -> end(ended);
            case DutyNoted noted -> note(noted);
            case MeetingSummoned summoned -> summon(summoned);
            case MeetingMoved moved -> move(moved);
            case NoticeWaived waived -> waive(waived);
            case MeetingCancelled cancelled -> cancel(cancelled);
            case MeetingHeld held -> hold(held);
            case MeetingPassedOn passed -> forget(passed);
            case MeetingTakenOver taken -> takeOver(taken);
        }
    }

    private void follow(CaseFollowed followed, RecordedEvent recorded) {
        jdbc.sql("""
                insert into case_meetings_v2.cases (case_id, employment_id, organisation, employee, version)
                values (:case, :employment, :organisation, :employee, :version)
                on conflict (case_id) do nothing
                """)
                .param("case", followed.caseId().value())
                .param("employment", followed.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("employee", followed.employee().value())
                .param("version", recorded.version())
                .update();
    }

    private void join(CaseJoined joined) {
        jdbc.sql("update case_meetings_v2.cases set part_of = :survivor where case_id = :case")
                .param("survivor", joined.survivor().value())
                .param("case", joined.caseId().value())
                .update();
    }

    private void resume(CaseResumed resumed) {
        jdbc.sql("update case_meetings_v2.cases set part_of = null, ended = false where case_id = :case")
                .param("case", resumed.caseId().value())
                .update();
    }

    private void end(CaseEnded ended) {
        jdbc.sql("update case_meetings_v2.cases set ended = true where case_id = :case")
                .param("case", ended.caseId().value())
                .update();
    }

    private void note(DutyNoted noted) {
        jdbc.sql("""
                update case_meetings_v2.cases set duty = :kind, due_on = :due, standing = :standing
                 where case_id = :case
                """)
                .param("kind", noted.duty().kind().name())
                .param("due", noted.duty().dueOn())
                .param("standing", noted.duty().standing().name())
                .param("case", noted.caseId().value())
                .update();
    }

    private void touch(CaseMeetingsEvent event, long version) {
        jdbc.sql("update case_meetings_v2.cases set version = :version where case_id = :case")
                .param("version", version)
                .param("case", event.caseId().value())
                .update();
    }

    private void summon(MeetingSummoned summoned) {
        insert(summoned, summoned.appointment(), summoned.shortNotice(), false, Optional.empty());
        summoned.participants().forEach(participant -> note(summoned, participant, true, false));
    }

    private void takeOver(MeetingTakenOver taken) {
        var soFar = taken.soFar();
        insert(taken, soFar.appointment(), soFar.shortNotice(), soFar.noticeWaived(), soFar.heldOn());
        soFar.participants().forEach(participant -> note(taken, participant, true, false));
        soFar.attended().forEach(participant -> note(taken, participant, false, true));
    }

    private void insert(
            MeetingEvent event,
            Appointment appointment,
            boolean shortNotice,
            boolean noticeWaived,
            Optional<LocalDate> heldOn) {
        about(event, """
                insert into case_meetings_v2.meetings
                       (case_id, meeting_id, kind, status, starts_at, ends_at, place, form, short_notice,
                        notice_waived, held_on)
                values (:case, :meeting, :kind, :status, :start, :end, :place, :form, :shortNotice, :waived, :heldOn)
                on conflict (case_id, meeting_id) do nothing
                """)
                .param("kind", event.kind().name())
                .param("status", heldOn.isPresent() ? "HELD" : "SUMMONED")
                .params(paramsOf(event, appointment))
                .param("shortNotice", shortNotice)
                .param("waived", noticeWaived)
                .param("heldOn", heldOn.orElse(null))
                .update();
    }

    private void forget(MeetingPassedOn passed) {
        about(passed, """
                delete from case_meetings_v2.participants where case_id = :case and meeting_id = :meeting
                """).update();
        about(passed, """
                delete from case_meetings_v2.meetings where case_id = :case and meeting_id = :meeting
                """).update();
    }

    private void move(MeetingMoved moved) {
        about(moved, """
                update case_meetings_v2.meetings
                   set starts_at = :start, ends_at = :end, place = :place, form = :form,
                       short_notice = :shortNotice, notice_waived = false
                 where case_id = :case and meeting_id = :meeting
                """)
                .params(paramsOf(moved, moved.appointment()))
                .param("shortNotice", moved.shortNotice())
                .update();
    }

    private void waive(NoticeWaived waived) {
        about(waived, """
                update case_meetings_v2.meetings set notice_waived = true
                 where case_id = :case and meeting_id = :meeting
                """).update();
    }

    private void cancel(MeetingCancelled cancelled) {
        about(cancelled, """
                update case_meetings_v2.meetings set status = 'CANCELLED', reason = :reason
                 where case_id = :case and meeting_id = :meeting
                """)
                .param("reason", sealed(cancelled, MeetingsOfCases.REASON, cancelled.reason()))
                .update();
    }

    private void hold(MeetingHeld held) {
        about(held, """
                update case_meetings_v2.meetings set status = 'HELD', held_on = :day
                 where case_id = :case and meeting_id = :meeting
                """).param("day", held.heldOn()).update();
        held.attended().forEach(participant -> note(held, participant, false, true));
    }

    /** Who was summoned and who attended are two answers, and aml § 4-6 (5) asks for both. */
    private void note(MeetingEvent event, Participant participant, boolean summoned, boolean attended) {
        about(event, """
                insert into case_meetings_v2.participants (case_id, meeting_id, person_id, role, summoned, attended)
                values (:case, :meeting, :person, :role, :summoned, :attended)
                on conflict (case_id, meeting_id, role, person_id) do update
                   set summoned = participants.summoned or excluded.summoned,
                       attended = participants.attended or excluded.attended
                """)
                .param("person", participant.person().map(PersonId::value).orElse(null))
                .param("role", participant.role().name())
                .param("summoned", summoned)
                .param("attended", attended)
                .update();
    }

    private Map<String, @Nullable Object> paramsOf(MeetingEvent event, Appointment appointment) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("start", appointment.startsAt().atOffset(ZoneOffset.UTC));
        params.put("end", appointment.endsAt().atOffset(ZoneOffset.UTC));
        params.put("place", sealed(event, MeetingsOfCases.PLACE, appointment.place()));
        params.put("form", appointment.form().name());
        return params;
    }

    private StatementSpec about(MeetingEvent event, String sql) {
        return jdbc.sql(sql)
                .param("case", event.caseId().value())
                .param("meeting", event.meetingId().value());
    }

    private @Nullable String sealed(MeetingEvent event, String field, PersonalText text) {
        return text.isErased()
                ? null
                : texts.seal(
                        text,
                        Optional.of(event.caseId()),
                        Purpose.FREE_TEXT,
                        MeetingsOfCases.context(event.caseId(), event.meetingId(), field));
    }
}

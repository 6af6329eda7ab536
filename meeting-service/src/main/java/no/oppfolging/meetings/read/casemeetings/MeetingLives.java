package no.oppfolging.meetings.read.casemeetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingTakenOver;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;

/** What has become of each meeting step by step, told from the log; without where and why. */
public final class MeetingLives {
    private final EventLog log;

    public MeetingLives(EventLog log) {
        this.log = log;
    }

    /**
     * One thing that happened to a meeting.
     *
     * @param what the event's name
     * @param by empty when nobody did it by hand
     * @param startsAt the time it was set to, where it was
     * @param heldOn the day it was held, where it was
     */
    public record Step(
            Instant recordedAt,
            String what,
            Optional<PersonId> by,
            Optional<Instant> startsAt,
            Optional<LocalDate> heldOn) {
        /** By Norwegian clocks. */
        public ZonedDateTime at() {
            return recordedAt.atZone(LegalDay.NORWAY);
        }

        /** By Norwegian clocks. */
        public ZonedDateTime begins() {
            return startsAt.orElse(recordedAt).atZone(LegalDay.NORWAY);
        }
    }

    /** The steps of each meeting of a case, the first one first. */
    public Map<MeetingId, List<Step>> of(CaseId caseId, Instant knownAt) {
        var lives = new HashMap<MeetingId, List<Step>>();
        for (var recorded : log.ofCase(caseId, knownAt)) {
            if (recorded.event() instanceof MeetingEvent event) {
                lives.computeIfAbsent(event.meetingId(), _ -> new ArrayList<>()).add(step(event, recorded));
            }
        }
        return lives;
    }

    private static Step step(MeetingEvent event, RecordedEvent recorded) {
        return switch (event) {
            case MeetingSummoned e ->
                step(recorded, "MeetingSummoned", Optional.of(e.appointment().startsAt()), Optional.empty());
            case MeetingMoved e ->
                step(recorded, "MeetingMoved", Optional.of(e.appointment().startsAt()), Optional.empty());
            case NoticeWaived _ -> step(recorded, "NoticeWaived", Optional.empty(), Optional.empty());
            case MeetingCancelled _ -> step(recorded, "MeetingCancelled", Optional.empty(), Optional.empty());
            case MeetingHeld e -> step(recorded, "MeetingHeld", Optional.empty(), Optional.of(e.heldOn()));
            case ConversationEntered e ->
                step(recorded, "ConversationEntered", Optional.empty(), Optional.of(e.heldOn()));
            case ConversationStruck _ -> step(recorded, "ConversationStruck", Optional.empty(), Optional.empty());
            case MeetingPassedOn _ -> step(recorded, "MeetingPassedOn", Optional.empty(), Optional.empty());
            case MeetingTakenOver _ -> step(recorded, "MeetingTakenOver", Optional.empty(), Optional.empty());
        };
    }

    private static Step step(
            RecordedEvent recorded, String what, Optional<Instant> startsAt, Optional<LocalDate> heldOn) {
        var by = recorded.metadata().actor() instanceof Actor.Person person
                ? Optional.of(person.id())
                : Optional.<PersonId>empty();
        return new Step(recorded.recordedAt(), what, by, startsAt, heldOn);
    }
}

package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetings.Followed;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MeetingCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
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
import no.oppfolging.meetings.domain.MeetingRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** One meeting of a case: one record for each state it can be in, each answering every command. */
sealed interface Meeting {
    int LONGEST_REASON = 2000;
    Period FARTHEST_BACK = Period.ofYears(2);

    List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now);

    default Meeting evolve(MeetingEvent event) {
        return switch (event) {
            case MeetingSummoned e -> Summoned.by(e);
            case MeetingMoved e -> this instanceof Summoned was ? was.movedTo(e) : this;
            case NoticeWaived _ -> this instanceof Summoned was ? was.withNoticeWaived() : this;
            case MeetingCancelled _ -> new Cancelled();
            case MeetingHeld e -> this instanceof Summoned was ? new Held(was, e.heldOn(), e.attended()) : this;
            case ConversationEntered e -> new Entered(e);
            case ConversationStruck _ -> new Struck();
            case MeetingPassedOn e -> new PassedOn(e.to());
            case MeetingTakenOver e -> takenOver(e);
        };
    }

    private static Meeting takenOver(MeetingTakenOver event) {
        var soFar = event.soFar();
        var summoned = new Summoned(
                event.caseId(),
                event.meetingId(),
                event.kind(),
                soFar.participants(),
                soFar.appointment(),
                soFar.shortNotice(),
                soFar.noticeWaived(),
                soFar.purposes());
        return soFar.heldOn()
                .<Meeting>map(day -> new Held(summoned, day, soFar.attended()))
                .orElse(summoned);
    }

    /** What passes on to a case that began on a day; nothing when the meeting is not of that case's days. */
    default Optional<MeetingPassedOn> passedOn(CaseId to, LocalDate since) {
        return Optional.empty();
    }

    /** Whether it is of this kind and still has to be held or cancelled. */
    default boolean isUnfinished(MeetingKind asked) {
        return false;
    }

    /** Nobody has been summoned under this id. */
    record NotSummoned(Followed of) implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case SummonMeeting summon -> summon(summon, now);
                case TakeOverMeeting it ->
                    List.of(new MeetingTakenOver(it.caseId(), it.meetingId(), it.kind(), it.from(), it.soFar()));
                case EnterConversation enter -> enter(enter, LegalDay.of(now));
                case MoveMeeting _, WaiveNotice _, CancelMeeting _, HoldMeeting _, StrikeConversation _ ->
                    throw new MeetingRefused(Rule.MEETING_IS_NOT_SUMMONED, Map.of());
            };
        }

        private List<CaseMeetingsEvent> enter(EnterConversation enter, LocalDate today) {
            MeetingRefused.unless(!enter.heldOn().isAfter(today), Rule.MEETING_IS_HELD_ON_A_DAY_TO_COME);
            MeetingRefused.unless(
                    !enter.heldOn().isBefore(today.minus(FARTHEST_BACK)), Rule.CONVERSATION_IS_TOO_LONG_AGO);
            MeetingRefused.unless(!enter.purposes().isEmpty(), Rule.CONVERSATION_HAS_A_PURPOSE);
            refuseUnlessBothPartiesAreIn(MeetingKind.CONVERSATION, enter.attended(), of.employee());
            return List.of(new ConversationEntered(
                    of.caseId(),
                    enter.meetingId(),
                    enter.heldOn(),
                    enter.form(),
                    enter.occasion().kept(of.employee()),
                    ConversationPurpose.kept(of.employee(), enter.purposes()),
                    enter.attended()));
        }

        private List<CaseMeetingsEvent> summon(SummonMeeting summon, Instant now) {
            of.unfinished(summon.kind()).ifPresent(unfinished -> {
                throw new MeetingRefused(
                        Rule.ANOTHER_MEETING_IS_UNFINISHED, Map.of("meetingId", unfinished.toString()));
            });
            var appointment = summon.appointment();
            appointment.refuseUnlessToCome(now);
            refuseUnlessBothPartiesAreIn(summon.kind(), summon.participants(), of.employee());
            requireSubject(appointment.place(), of.employee());
            MeetingRefused.unless(
                    summon.purposes().isEmpty() || summon.kind() == MeetingKind.CONVERSATION,
                    Rule.PURPOSES_ARE_OF_A_CONVERSATION);
            return List.of(new MeetingSummoned(
                    of.caseId(),
                    summon.meetingId(),
                    summon.kind(),
                    appointment,
                    summon.participants(),
                    appointment.isShortNotice(now),
                    stated(summon.purposes(), of.employee())));
        }
    }

    /** People are summoned, and it has been neither held nor cancelled. */
    record Summoned(
            CaseId caseId,
            MeetingId meetingId,
            MeetingKind kind,
            List<Participant> participants,
            Appointment appointment,
            boolean shortNotice,
            boolean waived,
            Optional<PersonalText> purposes)
            implements Meeting {
        private static Summoned by(MeetingSummoned event) {
            return new Summoned(
                    event.caseId(),
                    event.meetingId(),
                    event.kind(),
                    event.participants(),
                    event.appointment(),
                    event.shortNotice(),
                    false,
                    event.purposes());
        }

        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case SummonMeeting again -> summon(again);
                case MoveMeeting move -> move(move, now);
                case WaiveNotice _ -> waive();
                case CancelMeeting cancel -> cancel(cancel);
                case HoldMeeting hold -> hold(hold, now);
                case TakeOverMeeting _ -> List.of();
                case EnterConversation _ -> throw new MeetingRefused(Rule.MEETING_IS_ALREADY_SUMMONED, Map.of());
                case StrikeConversation _ -> throw new MeetingRefused(Rule.ONLY_WHAT_WAS_ENTERED_IS_STRUCK, Map.of());
            };
        }

        @Override
        public boolean isUnfinished(MeetingKind asked) {
            return kind == asked;
        }

        @Override
        public Optional<MeetingPassedOn> passedOn(CaseId to, LocalDate since) {
            return passedOn(to, since, appointment.day(), Optional.empty(), List.of());
        }

        private Optional<MeetingPassedOn> passedOn(
                CaseId to, LocalDate since, LocalDate day, Optional<LocalDate> heldOn, List<Participant> attended) {
            if (day.isBefore(since)) {
                return Optional.empty();
            }
            var soFar = new MeetingSoFar(appointment, participants, shortNotice, waived, heldOn, attended, purposes);
            return Optional.of(new MeetingPassedOn(caseId, meetingId, kind, to, soFar));
        }

        private List<CaseMeetingsEvent> summon(SummonMeeting again) {
            var same = again.kind() == kind
                    && again.appointment().equals(appointment)
                    && again.participants().equals(participants)
                    && stated(again.purposes(), employee()).equals(purposes);
            MeetingRefused.unless(same, Rule.MEETING_IS_ALREADY_SUMMONED);
            return List.of();
        }

        private List<CaseMeetingsEvent> move(MoveMeeting move, Instant now) {
            var next = move.appointment();
            if (next.equals(appointment)) {
                return List.of();
            }
            next.refuseUnlessToCome(now);
            requireSubject(next.place(), employee());
            return List.of(
                    new MeetingMoved(caseId, meetingId, kind, next, appointment.startsAt(), next.isShortNotice(now)));
        }

        private List<CaseMeetingsEvent> waive() {
            if (waived) {
                return List.of();
            }
            MeetingRefused.unless(shortNotice, Rule.NOTICE_IS_LONG_ENOUGH);
            return List.of(new NoticeWaived(caseId, meetingId, kind));
        }

        private List<CaseMeetingsEvent> cancel(CancelMeeting cancel) {
            MeetingRefused.unless(
                    cancel.reason().text().length() <= LONGEST_REASON,
                    Rule.MEETING_TEXT_IS_TOO_LONG,
                    Map.of("limit", Integer.toString(LONGEST_REASON)));
            requireSubject(cancel.reason(), employee());
            return List.of(new MeetingCancelled(caseId, meetingId, kind, cancel.reason()));
        }

        private List<CaseMeetingsEvent> hold(HoldMeeting hold, Instant now) {
            MeetingRefused.unless(!now.isBefore(appointment.startsAt()), Rule.MEETING_HAS_NOT_BEGUN);
            MeetingRefused.unless(!hold.heldOn().isBefore(appointment.day()), Rule.MEETING_IS_HELD_BEFORE_ITS_DAY);
            MeetingRefused.unless(!hold.heldOn().isAfter(LegalDay.of(now)), Rule.MEETING_IS_HELD_ON_A_DAY_TO_COME);
            refuseUnlessBothPartiesAreIn(kind, hold.attended(), employee());
            return List.of(new MeetingHeld(caseId, meetingId, kind, hold.heldOn(), hold.attended()));
        }

        /** A waiver is for the time it was given for: a new time needs a new one. */
        private Summoned movedTo(MeetingMoved event) {
            return new Summoned(
                    caseId, meetingId, kind, participants, event.appointment(), event.shortNotice(), false, purposes);
        }

        private Summoned withNoticeWaived() {
            return new Summoned(caseId, meetingId, kind, participants, appointment, shortNotice, true, purposes);
        }

        private PersonId employee() {
            return appointment.place().subject();
        }
    }

    /** It has taken place. */
    record Held(Summoned was, LocalDate heldOn, List<Participant> attended) implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case HoldMeeting again -> hold(again);
                case TakeOverMeeting _ -> List.of();
                case SummonMeeting _, MoveMeeting _, WaiveNotice _, CancelMeeting _, EnterConversation _ ->
                    throw refused();
                case StrikeConversation _ -> throw new MeetingRefused(Rule.ONLY_WHAT_WAS_ENTERED_IS_STRUCK, Map.of());
            };
        }

        @Override
        public Optional<MeetingPassedOn> passedOn(CaseId to, LocalDate since) {
            return was.passedOn(to, since, heldOn, Optional.of(heldOn), attended);
        }

        private List<CaseMeetingsEvent> hold(HoldMeeting again) {
            var same = again.heldOn().equals(heldOn) && new HashSet<>(again.attended()).equals(new HashSet<>(attended));
            if (same) {
                return List.of();
            }
            throw refused();
        }

        private MeetingRefused refused() {
            return new MeetingRefused(Rule.MEETING_IS_HELD, Map.of("heldOn", heldOn.toString()));
        }
    }

    /** It will not take place. */
    record Cancelled() implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case CancelMeeting _, TakeOverMeeting _ -> List.of();
                case SummonMeeting _, MoveMeeting _, WaiveNotice _, HoldMeeting _, EnterConversation _ ->
                    throw new MeetingRefused(Rule.MEETING_IS_CANCELLED, Map.of());
                case StrikeConversation _ -> throw new MeetingRefused(Rule.ONLY_WHAT_WAS_ENTERED_IS_STRUCK, Map.of());
            };
        }
    }

    /**
     * A conversation that was held without a summons; it stays in the case it was entered in, as what was said does.
     */
    record Entered(ConversationEntered as) implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case EnterConversation again -> enter(again);
                case StrikeConversation _ -> List.of(new ConversationStruck(as.caseId(), as.meetingId()));
                case TakeOverMeeting _ -> List.of();
                case SummonMeeting _, MoveMeeting _, WaiveNotice _, CancelMeeting _, HoldMeeting _ -> throw refused();
            };
        }

        private List<CaseMeetingsEvent> enter(EnterConversation again) {
            var same = again.heldOn().equals(as.heldOn())
                    && again.form() == as.form()
                    && again.attended().equals(as.attended())
                    && Optional.of(again.occasion()).equals(Occasion.of(as.occasion()))
                    && again.purposes().equals(ConversationPurpose.of(as.purposes()));
            if (same) {
                return List.of();
            }
            throw refused();
        }

        private MeetingRefused refused() {
            return new MeetingRefused(
                    Rule.MEETING_IS_HELD, Map.of("heldOn", as.heldOn().toString()));
        }
    }

    /** There was no such conversation. */
    record Struck() implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            return switch (command) {
                case StrikeConversation _ -> List.of();
                case SummonMeeting _,
                        EnterConversation _,
                        MoveMeeting _,
                        WaiveNotice _,
                        CancelMeeting _,
                        HoldMeeting _,
                        TakeOverMeeting _ -> throw new MeetingRefused(Rule.CONVERSATION_IS_STRUCK, Map.of());
            };
        }
    }

    /** It is another case's matter, which answers for it, and may pass it back. */
    record PassedOn(CaseId to) implements Meeting {
        @Override
        public List<CaseMeetingsEvent> decide(MeetingCommand command, Instant now) {
            if (command instanceof TakeOverMeeting it) {
                return List.of(new MeetingTakenOver(it.caseId(), it.meetingId(), it.kind(), it.from(), it.soFar()));
            }
            throw new MeetingRefused(Rule.MEETING_BELONGS_TO_ANOTHER_CASE, Map.of("case", to.toString()));
        }
    }

    /** A meeting is between the employee and the line manager, whoever else is there (aml § 4-6 (4)). */
    private static void refuseUnlessBothPartiesAreIn(
            MeetingKind kind, List<Participant> participants, PersonId employee) {
        var all = new HashSet<>();
        for (var participant : participants) {
            MeetingRefused.unless(all.add(participant.whoever()), Rule.PARTICIPANT_IS_NAMED_TWICE);
        }
        MeetingRefused.unless(
                participants.stream()
                        .filter(participant -> participant.role() == ParticipantRole.EMPLOYEE)
                        .map(Participant::person)
                        .toList()
                        .equals(List.of(Optional.of(employee))),
                kind.needsEmployee());
        MeetingRefused.unless(
                participants.stream()
                        .anyMatch(participant -> participant.role() == ParticipantRole.MANAGER
                                && participant.person().isPresent()),
                kind.needsManager());
    }

    private static Optional<PersonalText> stated(Set<ConversationPurpose> purposes, PersonId employee) {
        return purposes.isEmpty() ? Optional.empty() : Optional.of(ConversationPurpose.kept(employee, purposes));
    }

    private static void requireSubject(PersonalText text, PersonId employee) {
        if (!text.subject().equals(employee)) {
            throw new IllegalArgumentException("The subject of every text in a case is its employee");
        }
    }
}

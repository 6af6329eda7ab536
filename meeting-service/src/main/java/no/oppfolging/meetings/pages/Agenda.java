package no.oppfolging.meetings.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.meetings.read.casemeetings.MeetingTime;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * What waits and what is coming in some cases, at an instant.
 *
 * @param units where in the organisation the jobs are, as far as HR's system tells
 */
record Agenda(
        Map<CaseId, List<MeetingTime>> times,
        Map<PersonId, PersonalText> names,
        Map<EmploymentId, String> units,
        Instant now) {
    private static final int SOON = 14;

    /** What somebody can do next about a case's meetings. */
    public enum Wait {
        /** It has begun, and nobody has said whether it was held. */
        TELL_WHETHER_HELD,
        SUMMON,
        /** It was set at shorter notice than seven days, which the employee may accept. */
        ACCEPT_NOTICE
    }

    /**
     * One thing that waits.
     *
     * @param name whose case it is; empty in one's own
     * @param unit where in the organisation the job is; empty where HR's system names none
     */
    public record Waiting(
            Wait what,
            CaseId caseId,
            String name,
            String unit,
            String standing,
            Optional<MeetingTime> meeting,
            Optional<LocalDate> dueOn) {
        LocalDate by() {
            return meeting.map(time -> LegalDay.of(time.startsAt()))
                    .or(() -> dueOn)
                    .orElse(LocalDate.MAX);
        }
    }

    /**
     * One meeting that is coming.
     *
     * @param name whose case it is; empty in one's own
     * @param unit where in the organisation the job is; empty where HR's system names none
     */
    public record Coming(CaseId caseId, String name, String unit, MeetingTime meeting) {
        Instant startsAt() {
            return meeting.startsAt();
        }
    }

    /** What the leader of a case should do. */
    Stream<Waiting> forLeader(FollowedCase one) {
        var begun = summonedIn(one)
                .filter(time -> !time.startsAt().isAfter(now))
                .map(time -> new Waiting(
                        Wait.TELL_WHETHER_HELD,
                        one.caseId(),
                        nameIn(one),
                        unitOf(one),
                        "WAITING",
                        Optional.of(time),
                        dueOn(one)));
        return Stream.concat(begun, unsummoned(one));
    }

    /** What may be asked of the employee whose case it is. */
    Stream<Waiting> forEmployee(FollowedCase own) {
        return summonedIn(own)
                .filter(time -> time.startsAt().isAfter(now) && time.shortNotice() && !time.noticeWaived())
                .map(time -> new Waiting(
                        Wait.ACCEPT_NOTICE, own.caseId(), "", unitOf(own), "WAITING", Optional.of(time), dueOn(own)));
    }

    /** Nothing, or that the meeting the law asks for has not been summoned to. */
    Stream<Waiting> unsummoned(FollowedCase one) {
        return one
                .duty()
                .filter(duty -> duty.isOutstanding() && !one.ended())
                .filter(duty -> timesIn(one)
                        .filter(time -> time.kind() == duty.kind())
                        .allMatch(time -> time.status() == Status.CANCELLED))
                .map(duty -> new Waiting(
                        Wait.SUMMON,
                        one.caseId(),
                        nameIn(one),
                        unitOf(one),
                        standing(duty, LegalDay.of(now)),
                        Optional.empty(),
                        dueOn(one)))
                .stream();
    }

    Stream<Coming> comingIn(FollowedCase one) {
        return coming(one, nameIn(one));
    }

    Stream<Coming> comingInOwn(FollowedCase own) {
        return coming(own, "");
    }

    private Stream<Coming> coming(FollowedCase one, String name) {
        return summonedIn(one)
                .filter(time -> time.endsAt().isAfter(now))
                .map(time -> new Coming(one.caseId(), name, unitOf(one), time));
    }

    private Stream<MeetingTime> summonedIn(FollowedCase one) {
        return timesIn(one).filter(time -> time.status() == Status.SUMMONED);
    }

    private Stream<MeetingTime> timesIn(FollowedCase one) {
        return times.getOrDefault(one.caseId(), List.of()).stream();
    }

    private String nameIn(FollowedCase one) {
        var name = names.get(one.employee());
        return name == null ? PersonalText.ERASED : name.text();
    }

    private String unitOf(FollowedCase one) {
        return units.getOrDefault(one.employmentId(), "");
    }

    private static Optional<LocalDate> dueOn(FollowedCase one) {
        return one.duty().map(Duty::dueOn);
    }

    /** How a duty stands, as the case's own page puts it. */
    static String standing(Duty duty, LocalDate today) {
        if (duty.standing() != Duty.Standing.OPEN) {
            return duty.standing().name();
        }
        if (duty.dueOn().isBefore(today)) {
            return "WAITING";
        }
        return duty.dueOn().isAfter(today.plusDays(SOON)) ? "OPEN" : "DUE_SOON";
    }
}

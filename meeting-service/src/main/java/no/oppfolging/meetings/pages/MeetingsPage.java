package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.meetings.read.casemeetings.MeetingTime;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for whoever looks, and which meetings are coming: one's own, of those one leads, of the organisation. */
@Controller
public final class MeetingsPage {
    private static final int SOON = 14;

    private final MeetingsOfCases meetings;
    private final Directory directory;
    private final Names names;
    private final Clock clock;

    public MeetingsPage(MeetingsOfCases meetings, Directory directory, Clock clock) {
        this.meetings = meetings;
        this.directory = directory;
        this.names = new Names(directory);
        this.clock = clock;
    }

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
     */
    public record Waiting(
            Wait what,
            CaseId caseId,
            String name,
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
     */
    public record Coming(CaseId caseId, String name, MeetingTime meeting) {
        private Instant startsAt() {
            return meeting.startsAt();
        }
    }

    @GetMapping("/meetings")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        var waiting = new ArrayList<Waiting>();
        var coming = new ArrayList<Coming>();
        var elsewhere = new ArrayList<Coming>();
        var unsummoned = new ArrayList<Waiting>();
        if (visit.caller() instanceof Caller.Person person) {
            var now = clock.instant();
            var led = ofEmployments(directory.employmentsLedBy(person.id(), now));
            var own = ofEmployments(directory.employmentsOf(person.id(), now));
            var others = overseen(person, led, own);
            var times = meetings.timesOf(
                    Stream.of(led, own, others).flatMap(List::stream).toList());
            led.forEach(one -> waiting.addAll(waitingForLeader(one, of(one, times), now)));
            own.forEach(one -> waiting.addAll(waitingForEmployee(one, of(one, times), now)));
            led.forEach(one -> coming.addAll(coming(one, nameIn(one), of(one, times), now)));
            own.forEach(one -> coming.addAll(coming(one, "", of(one, times), now)));
            others.forEach(one -> elsewhere.addAll(coming(one, nameIn(one), of(one, times), now)));
            others.forEach(one -> summons(one, of(one, times), now).ifPresent(unsummoned::add));
        }
        waiting.sort(Comparator.comparing(Waiting::by));
        coming.sort(Comparator.comparing(Coming::startsAt));
        elsewhere.sort(Comparator.comparing(Coming::startsAt));
        unsummoned.sort(Comparator.comparing(Waiting::by));
        model.addAttribute("waiting", waiting);
        model.addAttribute("coming", coming);
        model.addAttribute("elsewhere", elsewhere);
        model.addAttribute("unsummoned", unsummoned);
        return "meetings/list";
    }

    /** The organisation's other cases, for those whose office it is to oversee them. */
    private List<FollowedCase> overseen(Caller.Person person, List<FollowedCase> led, List<FollowedCase> own) {
        if (!person.roles().contains(Role.HR) && !person.roles().contains(Role.AUDITOR)) {
            return List.of();
        }
        return meetings.ofOrganisations(person.organisations()).stream()
                .filter(one -> !led.contains(one) && !own.contains(one))
                .toList();
    }

    private List<FollowedCase> ofEmployments(List<Employment> employments) {
        return meetings.ofEmployments(employments.stream().map(Employment::id).toList());
    }

    private static List<MeetingTime> of(FollowedCase one, Map<CaseId, List<MeetingTime>> times) {
        return times.getOrDefault(one.caseId(), List.of());
    }

    private List<Waiting> waitingForLeader(FollowedCase one, List<MeetingTime> times, Instant now) {
        var begun = times.stream()
                .filter(time ->
                        time.status() == Status.SUMMONED && !time.startsAt().isAfter(now))
                .map(time -> new Waiting(
                        Wait.TELL_WHETHER_HELD, one.caseId(), nameIn(one), "WAITING", Optional.of(time), dueOn(one)));
        return Stream.concat(begun, summons(one, times, now).stream()).toList();
    }

    private static List<Waiting> waitingForEmployee(FollowedCase one, List<MeetingTime> times, Instant now) {
        return times.stream()
                .filter(time ->
                        time.status() == Status.SUMMONED && time.startsAt().isAfter(now))
                .filter(time -> time.shortNotice() && !time.noticeWaived())
                .map(time ->
                        new Waiting(Wait.ACCEPT_NOTICE, one.caseId(), "", "WAITING", Optional.of(time), dueOn(one)))
                .toList();
    }

    private Optional<Waiting> summons(FollowedCase one, List<MeetingTime> times, Instant now) {
        var today = LegalDay.of(now);
        return one.duty()
                .filter(duty -> duty.isOutstanding() && !one.ended())
                .filter(_ -> times.stream().allMatch(time -> time.status() == Status.CANCELLED))
                .map(duty -> new Waiting(
                        Wait.SUMMON, one.caseId(), nameIn(one), standing(duty, today), Optional.empty(), dueOn(one)));
    }

    private static List<Coming> coming(FollowedCase one, String name, List<MeetingTime> times, Instant now) {
        return times.stream()
                .filter(time ->
                        time.status() == Status.SUMMONED && time.endsAt().isAfter(now))
                .map(time -> new Coming(one.caseId(), name, time))
                .toList();
    }

    /** As the case's own page puts it. */
    static String standing(Duty duty, LocalDate today) {
        if (duty.standing() != Duty.Standing.OPEN) {
            return duty.standing().name();
        }
        if (duty.dueOn().isBefore(today)) {
            return "WAITING";
        }
        return duty.dueOn().isAfter(today.plusDays(SOON)) ? "OPEN" : "DUE_SOON";
    }

    private static Optional<LocalDate> dueOn(FollowedCase one) {
        return one.duty().map(Duty::dueOn);
    }

    private String nameIn(FollowedCase one) {
        return names.of(one.employee());
    }
}

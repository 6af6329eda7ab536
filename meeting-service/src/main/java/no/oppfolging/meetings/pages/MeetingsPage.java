package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.meetings.pages.Agenda.Coming;
import no.oppfolging.meetings.pages.Agenda.Waiting;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for whoever looks, and which meetings are coming: one's own, of those one leads, of the organisation. */
@Controller
public final class MeetingsPage {
    private final MeetingsOfCases meetings;
    private final Directory directory;
    private final Clock clock;

    public MeetingsPage(MeetingsOfCases meetings, Directory directory, Clock clock) {
        this.meetings = meetings;
        this.directory = directory;
        this.clock = clock;
    }

    /** The cases somebody has to do with: as leader, as the employee, and by office. */
    private record Cases(List<FollowedCase> led, List<FollowedCase> own, List<FollowedCase> overseen) {
        List<FollowedCase> all() {
            return Stream.of(led, own, overseen).flatMap(List::stream).toList();
        }
    }

    @GetMapping("/meetings")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        var cases = visit.caller() instanceof Caller.Person person
                ? casesOf(person)
                : new Cases(List.of(), List.of(), List.of());
        var agenda = new Agenda(
                meetings.timesOf(cases.all()),
                directory.displayNames(
                        cases.all().stream().map(FollowedCase::employee).toList()),
                directory.unitNames(
                        cases.all().stream().map(FollowedCase::employmentId).toList()),
                clock.instant());
        model.addAttribute(
                "waiting",
                soonest(Stream.concat(
                        cases.led().stream().flatMap(agenda::forLeader),
                        cases.own().stream().flatMap(agenda::forEmployee))));
        model.addAttribute(
                "coming",
                next(Stream.concat(
                        cases.led().stream().flatMap(agenda::comingIn),
                        cases.own().stream().flatMap(agenda::comingInOwn))));
        model.addAttribute("unsummoned", soonest(cases.overseen().stream().flatMap(agenda::unsummoned)));
        model.addAttribute("elsewhere", next(cases.overseen().stream().flatMap(agenda::comingIn)));
        return "meetings/list";
    }

    private Cases casesOf(Caller.Person person) {
        var led = ofEmployments(directory.employmentsLedBy(person.id(), clock.instant()));
        var own = ofEmployments(directory.employmentsOf(person.id(), clock.instant()));
        if (!person.roles().contains(Role.HR) && !person.roles().contains(Role.AUDITOR)) {
            return new Cases(led, own, List.of());
        }
        var others = meetings.ofOrganisations(person.organisations()).stream()
                .filter(one -> !led.contains(one) && !own.contains(one))
                .toList();
        return new Cases(led, own, others);
    }

    private List<FollowedCase> ofEmployments(List<Employment> employments) {
        return meetings.ofEmployments(employments.stream().map(Employment::id).toList());
    }

    private static List<Waiting> soonest(Stream<Waiting> waiting) {
        return waiting.sorted(Comparator.comparing(Waiting::by)).toList();
    }

    private static List<Coming> next(Stream<Coming> coming) {
        return coming.sorted(Comparator.comparing(Coming::startsAt)).toList();
    }
}

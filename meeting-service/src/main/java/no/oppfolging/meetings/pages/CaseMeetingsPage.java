package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingLives;
import no.oppfolging.meetings.read.casemeetings.MeetingLives.Step;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.meetings.read.casemeetings.MeetingsEndpoint;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The meetings of a case and what has become of each; what the law asks for; what can be done now. */
@Controller
public final class CaseMeetingsPage {
    private final MeetingsOfCases meetings;
    private final MeetingLives lives;
    private final FormDesk desk;
    private final Names names;
    private final Clock clock;

    public CaseMeetingsPage(
            MeetingsOfCases meetings, MeetingLives lives, FormDesk desk, Directory directory, Clock clock) {
        this.meetings = meetings;
        this.lives = lives;
        this.desk = desk;
        this.names = new Names(directory);
        this.clock = clock;
    }

    /**
     * A meeting as the page shows it, with what the reader may see of it and do with it.
     *
     * @param standing its status, or {@code BEGUN} when it waits for somebody to tell whether it was held
     */
    public record Shown(
            MeetingRow row,
            String standing,
            Optional<String> place,
            Optional<String> reason,
            List<Guest> guests,
            List<Told> life,
            boolean movable,
            boolean cancellable,
            boolean holdable,
            boolean waivable,
            boolean strikable) {
        /** By Norwegian clocks. */
        public ZonedDateTime begins() {
            return row.startsAt().atZone(LegalDay.NORWAY);
        }

        /** By Norwegian clocks. */
        public ZonedDateTime ends() {
            return row.endsAt().atZone(LegalDay.NORWAY);
        }
    }

    /** Somebody summoned or there; without a name where the role says who. */
    public record Guest(ParticipantRole role, String name, boolean summoned, boolean attended) {}

    /** A step, and the name of who took it; no name for what happened by itself, or where the reader may not see it. */
    public record Told(Step step, String by) {}

    @GetMapping("/meetings/cases/{caseId}")
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        var sight = visit.to(caseId);
        var followed = meetings.caseOf(caseId).orElseThrow(NotKnown::new);
        var now = clock.instant();
        var rows = meetings.meetingsOf(followed.caseId());
        var shown = shown(rows, sight, visit, now);
        var dialogueMeetings =
                rows.stream().filter(row -> row.kind() == MeetingKind.DM1).toList();
        var unfinished = dialogueMeetings.stream().anyMatch(row -> row.status() == Status.SUMMONED);
        var summoning = visit.may(SummonMeeting.class, followed.caseId());
        model.addAttribute("followed", followed);
        model.addAttribute("employee", isOwn(followed, visit) ? "" : names.of(followed.employee()));
        model.addAttribute("meetings", shown);
        model.addAttribute("whole", sight.sees(MeetingsEndpoint.WHERE_AND_WHO));
        model.addAttribute(
                "standing",
                followed.duty()
                        .map(duty -> Agenda.standing(duty, LegalDay.of(now)))
                        .orElse(""));
        model.addAttribute("again", dialogueMeetings.stream().anyMatch(row -> row.status() == Status.HELD));
        model.addAttribute("summonable", !unfinished && summoning);
        model.addAttribute("agreeable", summoning);
        return "meetings/case";
    }

    @PostMapping("/meetings/cases/{caseId}/{meetingId}/notice-waivers")
    String waive(
            @PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit, RedirectAttributes redirect) {
        var command = new WaiveNotice(caseId, meetingId);
        desk.press(command, visit.toChange(command), "meetings.notice-waived").shownBy(redirect);
        return "redirect:/meetings/cases/" + caseId;
    }

    private List<Shown> shown(List<MeetingRow> rows, Sight sight, Visit visit, Instant now) {
        var told = new HashMap<CaseId, Map<MeetingId, List<Step>>>();
        return rows.stream()
                .map(row -> shown(
                        row,
                        told.computeIfAbsent(row.caseId(), caseId -> lives.of(caseId, now))
                                .getOrDefault(row.meetingId(), List.of()),
                        sight,
                        visit,
                        now))
                .toList();
    }

    private Shown shown(MeetingRow row, List<Step> life, Sight sight, Visit visit, Instant now) {
        var whole = sight.sees(MeetingsEndpoint.WHERE_AND_WHO);
        var summoned = row.status() == Status.SUMMONED;
        var begun = summoned && !row.startsAt().isAfter(now);
        return new Shown(
                row,
                begun ? "BEGUN" : row.status().name(),
                whole && !row.entered() ? Optional.of(row.place().text()) : Optional.empty(),
                whole ? row.reason().map(PersonalText::text).filter(text -> !text.isBlank()) : Optional.empty(),
                MeetingsEndpoint.tellsWho(sight, row.kind())
                        ? row.participants().stream().map(this::guest).toList()
                        : List.of(),
                life.stream().map(step -> told(step, whole)).toList(),
                summoned && visit.may(MoveMeeting.class, row.caseId()),
                summoned && visit.may(CancelMeeting.class, row.caseId()),
                begun && visit.may(HoldMeeting.class, row.caseId()),
                summoned
                        && !begun
                        && row.shortNotice()
                        && !row.noticeWaived()
                        && visit.may(WaiveNotice.class, row.caseId()),
                row.entered() && visit.may(StrikeConversation.class, row.caseId()));
    }

    private Guest guest(MeetingRow.Invited one) {
        return new Guest(one.role(), one.person().map(names::of).orElse(""), one.summoned(), one.attended());
    }

    private Told told(Step step, boolean whole) {
        return new Told(step, whole ? step.by().map(names::of).orElse("") : "");
    }

    private static boolean isOwn(FollowedCase followed, Visit visit) {
        return visit.caller() instanceof Caller.Person person && person.id().equals(followed.employee());
    }
}

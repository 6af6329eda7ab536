package no.oppfolging.meetings.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ReadableText;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Versions.Accepted;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked of a case's meetings over HTTP. */
@RestController
public final class MeetingCommands {
    private static final String MEETINGS = "/api/cases/{caseId}/meetings";
    private static final String MEETING = MEETINGS + "/{meetingId}";

    private final Commands commands;
    private final Belonging cases;
    private final Directory directory;
    private final Clock clock;

    public MeetingCommands(Commands commands, Belonging cases, Directory directory, Clock clock) {
        this.commands = commands;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** When, where and how. */
    record Agreed(
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = Appointment.LONGEST_PLACE) String place,
            @NotNull MeetingForm form) {
        Appointment with(PersonId employee) {
            return new Appointment(startsAt, endsAt, new PersonalText(employee, ReadableText.of(place)), form);
        }
    }

    /** Somebody who is summoned, or was there; without a person where the role says who. */
    record Someone(@NotNull ParticipantRole role, Optional<PersonId> person) {
        Participant asParticipant() {
            return new Participant(role, person);
        }
    }

    /** A summons; whoever summons names the meeting, and its kind where it is not the dialogue meeting. */
    record Summons(
            @NotNull MeetingId meetingId,
            Optional<MeetingKind> kind,
            @NotNull @Valid Agreed appointment,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Someone> participants,
            Optional<Set<@NotNull ConversationPurpose>> purposes) {}

    /** That the two have talked without a summons; whoever enters it names it. */
    record Entry(
            @NotNull MeetingId meetingId,
            @NotNull LocalDate heldOn,
            @NotNull MeetingForm form,
            @NotNull Occasion occasion,
            @NotNull Set<@NotNull ConversationPurpose> purposes,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Someone> attended) {}

    /** Another time or place. */
    record Move(@NotNull @Valid Agreed appointment) {}

    /** That it will not take place; why may be left unsaid. */
    record Cancellation(@NotNull @Size(max = 2000) String reason) {}

    /** That it took place. */
    record Holding(
            @NotNull LocalDate heldOn,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Someone> attended) {}

    @PostMapping(MEETINGS)
    ResponseEntity<Accepted> summon(@PathVariable CaseId caseId, @Valid @RequestBody Summons summons, Visit visit) {
        var _ = visit.to(caseId);
        var command = new SummonMeeting(
                caseId,
                summons.meetingId(),
                summons.kind().orElse(MeetingKind.DM1),
                summons.appointment().with(employeeOf(caseId)),
                known(caseId, summons.participants()),
                summons.purposes().orElse(Set.of()));
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    /** What has happened has happened: no version of the case has to have been seen to tell of it. */
    @PostMapping(MEETINGS + "/conversations")
    ResponseEntity<Accepted> enter(@PathVariable CaseId caseId, @Valid @RequestBody Entry entry, Visit visit) {
        var _ = visit.to(caseId);
        var command = new EnterConversation(
                caseId,
                entry.meetingId(),
                entry.heldOn(),
                entry.form(),
                entry.occasion(),
                entry.purposes(),
                known(caseId, entry.attended()));
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(MEETING + "/strikings")
    ResponseEntity<Accepted> strike(@PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit) {
        var command = new StrikeConversation(caseId, meetingId);
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(MEETING + "/moves")
    ResponseEntity<Accepted> move(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @Valid @RequestBody Move move,
            Visit visit) {
        var command = new MoveMeeting(caseId, meetingId, move.appointment().with(employeeOf(caseId)));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(MEETING + "/notice-waivers")
    ResponseEntity<Accepted> waive(@PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit) {
        var command = new WaiveNotice(caseId, meetingId);
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(MEETING + "/cancellations")
    ResponseEntity<Accepted> cancel(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @Valid @RequestBody Cancellation cancellation,
            Visit visit) {
        var reason = new PersonalText(employeeOf(caseId), ReadableText.of(cancellation.reason()));
        var command = new CancelMeeting(caseId, meetingId, reason);
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(MEETING + "/holdings")
    ResponseEntity<Accepted> hold(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @Valid @RequestBody Holding holding,
            Visit visit) {
        var _ = visit.to(caseId);
        var command = new HoldMeeting(caseId, meetingId, holding.heldOn(), known(caseId, holding.attended()));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    private List<Participant> known(CaseId caseId, List<Someone> named) {
        var organisation = cases.employmentOf(caseId).flatMap(directory::organisationOf);
        for (var person : named.stream().flatMap(one -> one.person().stream()).toList()) {
            if (directory.employmentsOf(person, clock.instant()).stream()
                    .noneMatch(employment -> organisation
                            .filter(employment.organisation()::equals)
                            .isPresent())) {
                throw new ParticipantNotKnown();
            }
        }
        return named.stream().map(Someone::asParticipant).toList();
    }

    private PersonId employeeOf(CaseId caseId) {
        return cases.employmentOf(caseId).flatMap(directory::employeeOf).orElseThrow(NotKnown::new);
    }
}

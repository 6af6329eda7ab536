package no.oppfolging.cases.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ProposeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ShareNews;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StateWorkAbility;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StrikeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.WithdrawRequest;
import no.oppfolging.cases.domain.contact.ContactChannel;
import no.oppfolging.cases.domain.contact.ContactKind;
import no.oppfolging.cases.domain.contact.ContactPerson;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.RequestKind;
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

/** What the two main parties of a case may say to one another over HTTP. */
@RestController
public final class ContactCommands {
    private static final String CASE = "/api/cases/{caseId}";
    private static final int LONGEST = 2000;

    private final Commands commands;
    private final Belonging cases;
    private final Survivors survivors;
    private final Directory directory;

    public ContactCommands(Commands commands, Belonging cases, Survivors survivors, Directory directory) {
        this.commands = commands;
        this.cases = cases;
        this.survivors = survivors;
        this.directory = directory;
    }

    /** The case that stands for one now: new things are said there, old ones are answered where they were said. */
    @FunctionalInterface
    public interface Survivors {
        Optional<CaseId> of(CaseId caseId);
    }

    /** How to keep contact; whoever proposes names the proposal. */
    record Proposal(
            @NotNull UUID proposalId,
            @NotNull Set<@NotNull ContactChannel> channels,
            int everyDays,
            @NotNull Set<@NotNull DayOfWeek> days,
            @NotNull ContactPerson who) {}

    /** What is agreed to. */
    record Agreement(@NotNull UUID proposalId) {}

    /** That there was contact. */
    record Logged(
            @NotNull UUID contactId,
            @NotNull ContactKind kind,
            @NotNull ContactChannel channel,
            @NotNull ContactPerson who,
            @NotNull LocalDate on) {}

    /** What goes on at work. */
    record News(
            @NotNull UUID newsId,
            @NotBlank @Size(max = LONGEST) String news) {}

    /** When the doctor was asked. */
    record DoctorContact(@NotNull LocalDate on) {}

    /** What can be done, and what cannot. */
    record Ability(
            @NotNull @Size(max = LONGEST) String can,
            @NotNull @Size(max = LONGEST) String cannot) {}

    /** What work is possible here. */
    record Possible(
            @NotBlank @Size(max = LONGEST) String tasks,
            @NotNull @Size(max = LONGEST) String adaptations) {}

    /** What is asked for. */
    record Asked(
            @NotNull UUID requestId,
            @NotNull RequestKind kind,
            @NotNull @Size(max = LONGEST) String reason) {}

    /** What is answered. */
    record Answer(
            @NotNull Boolean agreed,
            @NotNull @Size(max = LONGEST) String reason) {}

    @PostMapping(CASE + "/contact/proposals")
    ResponseEntity<Accepted> propose(@PathVariable CaseId caseId, @Valid @RequestBody Proposal body, Visit visit) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var terms = new ContactTerms(body.channels(), body.everyDays(), body.days(), body.who());
        var command = new ProposeContact(standing(caseId), body.proposalId(), by, terms);
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(CASE + "/contact/agreements")
    ResponseEntity<Accepted> agree(@PathVariable CaseId caseId, @Valid @RequestBody Agreement body, Visit visit) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var command = new AgreeToContact(caseId, body.proposalId(), by);
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(CASE + "/contact/log")
    ResponseEntity<Accepted> log(@PathVariable CaseId caseId, @Valid @RequestBody Logged body, Visit visit) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var command = new LogContact(
                standing(caseId),
                body.contactId(),
                by,
                employeeOf(caseId),
                body.kind(),
                body.channel(),
                body.who(),
                body.on());
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(CASE + "/contact/log/{contactId}/strikings")
    ResponseEntity<Accepted> strike(@PathVariable CaseId caseId, @PathVariable UUID contactId, Visit visit) {
        var command = new StrikeContact(
                caseId, contactId, Parties.of(visit.to(caseId).actor().role()));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(CASE + "/contact/news")
    ResponseEntity<Accepted> share(@PathVariable CaseId caseId, @Valid @RequestBody News body, Visit visit) {
        var _ = visit.to(caseId);
        var command = new ShareNews(standing(caseId), body.newsId(), text(caseId, body.news()));
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(CASE + "/contact/doctor-contacts")
    ResponseEntity<Accepted> noteDoctor(
            @PathVariable CaseId caseId, @Valid @RequestBody DoctorContact body, Visit visit) {
        var command = new NoteDoctorContact(standing(caseId), body.on());
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(CASE + "/work/abilities")
    ResponseEntity<Accepted> state(@PathVariable CaseId caseId, @Valid @RequestBody Ability body, Visit visit) {
        var _ = visit.to(caseId);
        var command = new StateWorkAbility(standing(caseId), text(caseId, body.can()), text(caseId, body.cannot()));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(CASE + "/work/possibilities")
    ResponseEntity<Accepted> describe(@PathVariable CaseId caseId, @Valid @RequestBody Possible body, Visit visit) {
        var _ = visit.to(caseId);
        var command = new DescribePossibleWork(
                standing(caseId), text(caseId, body.tasks()), text(caseId, body.adaptations()));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(CASE + "/requests")
    ResponseEntity<Accepted> ask(@PathVariable CaseId caseId, @Valid @RequestBody Asked body, Visit visit) {
        var _ = visit.to(caseId);
        var command = new MakeRequest(standing(caseId), body.requestId(), body.kind(), text(caseId, body.reason()));
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(CASE + "/requests/{requestId}/answers")
    ResponseEntity<Accepted> answer(
            @PathVariable CaseId caseId, @PathVariable UUID requestId, @Valid @RequestBody Answer body, Visit visit) {
        var _ = visit.to(caseId);
        var command = new AnswerRequest(caseId, requestId, body.agreed(), text(caseId, body.reason()));
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    @PostMapping(CASE + "/requests/{requestId}/withdrawals")
    ResponseEntity<Accepted> withdraw(@PathVariable CaseId caseId, @PathVariable UUID requestId, Visit visit) {
        var command = new WithdrawRequest(caseId, requestId);
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    private CaseId standing(CaseId caseId) {
        return survivors.of(caseId).orElseThrow(NotKnown::new);
    }

    private PersonalText text(CaseId caseId, String words) {
        return new PersonalText(employeeOf(caseId), ReadableText.of(words));
    }

    private PersonId employeeOf(CaseId caseId) {
        return cases.employmentOf(caseId).flatMap(directory::employeeOf).orElseThrow(NotKnown::new);
    }
}

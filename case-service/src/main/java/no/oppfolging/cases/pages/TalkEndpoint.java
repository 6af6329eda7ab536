package no.oppfolging.cases.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContact.Answered;
import no.oppfolging.cases.domain.contact.ContactChannel;
import no.oppfolging.cases.domain.contact.ContactPerson;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.domain.contact.RequestKind;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the two of a case have said to one another, over HTTP. */
@RestController
public final class TalkEndpoint {
    private final CaseAtHand cases;

    public TalkEndpoint(CaseAtHand cases) {
        this.cases = cases;
    }

    /**
     * How to keep contact, as proposed or agreed.
     *
     * @param caseId where it was proposed, and is agreed to
     * @param version of what was said there, to be named when it is agreed to
     */
    public record Terms(
            CaseId caseId,
            long version,
            UUID proposalId,
            Party proposedBy,
            LocalDate on,
            Set<ContactChannel> channels,
            int everyDays,
            Set<DayOfWeek> days,
            ContactPerson who) {
        static Terms of(CaseTalk.Terms one) {
            var terms = one.terms();
            return new Terms(
                    one.caseId(),
                    one.version(),
                    one.proposalId(),
                    one.proposedBy(),
                    one.on(),
                    terms.channels(),
                    terms.everyDays(),
                    terms.days(),
                    terms.who());
        }
    }

    /** News, in clear. */
    public record News(CaseId caseId, UUID newsId, LocalDate on, String text) {}

    /** How the two keep contact, and that they did. */
    public record Contact(
            CaseTalk.Rhythm rhythm,
            LocalDate dueOn,
            Optional<Terms> agreed,
            Optional<Terms> proposed,
            List<CaseTalk.Contact> contacts,
            List<LocalDate> doctorContacts,
            List<News> news) {}

    /** What work is possible, as each of the two has said. */
    public record Work(
            Optional<LocalDate> statedOn,
            Optional<String> can,
            Optional<String> cannot,
            Optional<LocalDate> describedOn,
            Optional<String> tasks,
            Optional<String> adaptations) {}

    /**
     * What the employee has asked for, and what was answered.
     *
     * @param caseId where it was asked, and is answered or withdrawn
     * @param version of what was said there, to be named then
     */
    public record Request(
            CaseId caseId,
            long version,
            UUID requestId,
            Optional<RequestKind> kind,
            String reason,
            LocalDate madeOn,
            LocalDate answerBy,
            Answered standing,
            Optional<LocalDate> answeredOn,
            Optional<Role> answeredAs,
            String answer) {}

    @GetMapping("/api/cases/{caseId}/contact")
    ResponseEntity<Contact> contact(@PathVariable CaseId caseId, Visit visit) {
        var talk = cases.talk(caseId, visit);
        return Versions.shown(
                talk.version(),
                new Contact(
                        talk.rhythm(),
                        talk.rhythm().dueOn(),
                        talk.agreed().map(Terms::of),
                        talk.proposed().map(Terms::of),
                        talk.contacts(),
                        talk.doctorContacts(),
                        talk.news().stream()
                                .map(one -> new News(
                                        one.caseId(),
                                        one.newsId(),
                                        one.on(),
                                        one.text().text()))
                                .toList()));
    }

    @GetMapping("/api/cases/{caseId}/work")
    ResponseEntity<Work> work(@PathVariable CaseId caseId, Visit visit) {
        var talk = cases.talk(caseId, visit);
        return Versions.shown(
                talk.version(),
                new Work(
                        talk.ability().map(CaseTalk.Ability::on),
                        talk.ability().map(one -> one.can().text()),
                        talk.ability().map(one -> one.cannot().text()),
                        talk.possible().map(CaseTalk.PossibleWork::on),
                        talk.possible().map(one -> one.tasks().text()),
                        talk.possible().map(one -> one.adaptations().text())));
    }

    @GetMapping("/api/cases/{caseId}/requests")
    ResponseEntity<List<Request>> requests(@PathVariable CaseId caseId, Visit visit) {
        var talk = cases.talk(caseId, visit);
        return Versions.shown(
                talk.version(),
                talk.requests().stream()
                        .map(one -> new Request(
                                one.caseId(),
                                one.version(),
                                one.requestId(),
                                one.kind(),
                                one.reason().text(),
                                one.madeOn(),
                                one.answerBy(),
                                one.standing(),
                                one.answeredOn(),
                                one.answeredAs(),
                                one.answer().text()))
                        .toList());
    }
}

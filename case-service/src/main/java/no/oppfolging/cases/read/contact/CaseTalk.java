package no.oppfolging.cases.read.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContact;
import no.oppfolging.cases.domain.contact.CaseContact.Answered;
import no.oppfolging.cases.domain.contact.ContactChannel;
import no.oppfolging.cases.domain.contact.ContactKind;
import no.oppfolging.cases.domain.contact.ContactPerson;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.domain.contact.RequestKind;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;

/**
 * What the two of a case have said to one another, also in cases that became part of it. Each thing names the case it
 * was said in, and the version of that one's stream: there it is answered or struck.
 *
 * @param version of the stream of what they say in this case
 */
public record CaseTalk(
        CaseId caseId,
        PersonId employee,
        long version,
        Rhythm rhythm,
        Optional<Terms> agreed,
        Optional<Terms> proposed,
        List<Contact> contacts,
        List<LocalDate> doctorContacts,
        List<News> news,
        Optional<Ability> ability,
        Optional<PossibleWork> possible,
        List<Request> requests,
        List<HandOver> handOvers) {
    public CaseTalk {
        contacts = List.copyOf(contacts);
        doctorContacts = List.copyOf(doctorContacts);
        news = List.copyOf(news);
        requests = List.copyOf(requests);
        handOvers = List.copyOf(handOvers);
    }

    /** The one that leads the longest into the future. */
    public Optional<HandOver> handOver() {
        return handOvers.stream().findFirst();
    }

    /**
     * How long it may be silent.
     *
     * @param heardOn the last contact; empty when there has been none
     * @param since the day silence is counted from
     * @param knownLate whether that is the day the case became known, after it had begun
     * @param agreed whether the two have agreed how often, or the employer's own limit holds
     */
    public record Rhythm(
            CaseId caseId,
            Optional<LocalDate> heardOn,
            LocalDate since,
            boolean knownLate,
            int everyDays,
            boolean agreed) {
        /** The last day on which there should be contact again. */
        public LocalDate dueOn() {
            return since.plusDays(everyDays);
        }

        public boolean isSilent(LocalDate today) {
            return dueOn().isBefore(today);
        }
    }

    /** How to keep contact, as proposed or agreed. */
    public record Terms(
            CaseId caseId, long version, UUID proposalId, Party proposedBy, LocalDate on, ContactTerms terms) {}

    /** @param kind empty when it has been erased */
    public record Contact(
            CaseId caseId,
            long version,
            UUID contactId,
            LocalDate on,
            Optional<ContactKind> kind,
            ContactChannel channel,
            ContactPerson who,
            Party loggedBy,
            boolean struck) {}

    /** What goes on at work. */
    public record News(CaseId caseId, UUID newsId, LocalDate on, PersonalText text) {}

    /** What the employee says can be done, and what cannot. */
    public record Ability(LocalDate on, PersonalText can, PersonalText cannot) {}

    /** What the leader says is possible here. */
    public record PossibleWork(LocalDate on, PersonalText tasks, PersonalText adaptations) {}

    /**
     * That somebody else leads from a day on.
     *
     * @param opensOn when the new leader sees the note at the latest
     * @param readOn when the employee read it first
     */
    public record HandOver(
            CaseId caseId,
            long version,
            UUID handOverId,
            PersonId to,
            LocalDate from,
            LocalDate opensOn,
            Instant toldAt,
            Optional<LocalDate> readOn) {
        private static final UUID NOT_TOLD = new UUID(0, 0);

        /** Somebody leads since an instant, and nothing has been told of it in the case. */
        public static HandOver notTold(CaseId caseId, PersonId to, Instant since) {
            var from = LegalDay.of(since);
            return new HandOver(caseId, 0, NOT_TOLD, to, from, CaseContact.opensOn(from), since, Optional.empty());
        }

        public boolean isTold() {
            return !handOverId.equals(NOT_TOLD);
        }

        /** Who led until then may have said something until it was known. */
        public Instant takesEffect() {
            var begins = LegalDay.begins(from);
            return toldAt.isAfter(begins) ? toldAt : begins;
        }

        public boolean isOpen(LocalDate today) {
            return readOn.isPresent() || !opensOn.isAfter(today);
        }
    }

    /** @param kind empty when it has been erased */
    public record Request(
            CaseId caseId,
            long version,
            UUID requestId,
            Optional<RequestKind> kind,
            PersonalText reason,
            LocalDate madeOn,
            LocalDate answerBy,
            Answered standing,
            Optional<LocalDate> answeredOn,
            Optional<Role> answeredAs,
            PersonalText answer) {
        public boolean waits() {
            return standing == Answered.WAITING;
        }

        public boolean isLate(LocalDate today) {
            return waits() && answerBy.isBefore(today);
        }
    }
}

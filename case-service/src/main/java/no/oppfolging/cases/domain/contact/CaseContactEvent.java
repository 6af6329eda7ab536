package no.oppfolging.cases.domain.contact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;

/** What the two main parties of a case have said to one another, and asked for. */
public sealed interface CaseContactEvent extends DomainEvent {
    CaseId caseId();

    @Override
    default CaseId stream() {
        return caseId();
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    record ContactProposed(CaseId caseId, UUID proposalId, Party by, ContactTerms terms) implements CaseContactEvent {}

    record ContactAgreed(CaseId caseId, UUID proposalId, Party by, ContactTerms terms) implements CaseContactEvent {}

    /** @param kind a {@link ContactKind}, sealed: that it was about a problem is between the two */
    record ContactLogged(
            CaseId caseId,
            UUID contactId,
            Party by,
            @KeptFor(Purpose.REASON_CODE) PersonalText kind,
            ContactChannel channel,
            ContactPerson who,
            LocalDate on)
            implements CaseContactEvent {}

    record ContactStruck(CaseId caseId, UUID contactId) implements CaseContactEvent {}

    /** A meeting was held, of any kind: the two have been in touch. */
    record MeetingNoted(CaseId caseId, UUID meetingId, LocalDate on) implements CaseContactEvent {}

    /** It had been told of by mistake: the two were not in touch then. */
    record StruckMeetingNoted(CaseId caseId, UUID meetingId) implements CaseContactEvent {}

    record NewsShared(CaseId caseId, UUID newsId, PersonalText news) implements CaseContactEvent {}

    record DoctorContactNoted(CaseId caseId, LocalDate on) implements CaseContactEvent {}

    /** @param everyDays how often there should have been contact */
    record SilenceNoted(CaseId caseId, LocalDate since, int everyDays) implements CaseContactEvent {}

    /** The silence was none: there had been contact in time, learned of later; both stay in the history. */
    record ContactFoundInTime(CaseId caseId, LocalDate silentSince, LocalDate heardOn) implements CaseContactEvent {}

    record WorkAbilityStated(CaseId caseId, PersonalText can, PersonalText cannot) implements CaseContactEvent {}

    record PossibleWorkDescribed(CaseId caseId, PersonalText tasks, PersonalText adaptations)
            implements CaseContactEvent {}

    /**
     * @param kind a {@link RequestKind}, sealed: which, is between those it is addressed to
     * @param answerBy when it should have been answered
     */
    record RequestMade(
            CaseId caseId,
            UUID requestId,
            @KeptFor(Purpose.REASON_CODE) PersonalText kind,
            PersonalText reason,
            LocalDate answerBy)
            implements CaseContactEvent {}

    record RequestAnswered(CaseId caseId, UUID requestId, boolean agreed, PersonalText reason)
            implements CaseContactEvent {}

    record RequestWithdrawn(CaseId caseId, UUID requestId) implements CaseContactEvent {}

    /** @param opensOn when the new leader sees the note, whether the employee has read it or not */
    record HandedOver(CaseId caseId, UUID handOverId, PersonId from, PersonId to, LocalDate on, LocalDate opensOn)
            implements CaseContactEvent {}

    record HandOverRead(CaseId caseId, UUID handOverId) implements CaseContactEvent {}
}

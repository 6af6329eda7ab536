package no.oppfolging.cases.domain.contact;

import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** What the two main parties of a case may say to one another, and ask for. */
public sealed interface CaseContactCommand extends DomainCommand {
    CaseId caseId();

    @Override
    default CaseId target() {
        return caseId();
    }

    /** One proposes how to keep contact; whatever was proposed before is off the table. */
    record ProposeContact(CaseId caseId, UUID proposalId, Party by, ContactTerms terms) implements CaseContactCommand {}

    /** The other one agrees to what was proposed. */
    record AgreeToContact(CaseId caseId, UUID proposalId, Party by) implements CaseContactCommand {}

    /** Somebody writes down that there was contact; never what was said. */
    record LogContact(
            CaseId caseId,
            UUID contactId,
            Party by,
            PersonId employee,
            ContactKind kind,
            ContactChannel channel,
            ContactPerson who,
            LocalDate on)
            implements CaseContactCommand {}

    /** It was written down by mistake. */
    record StrikeContact(CaseId caseId, UUID contactId, Party by) implements CaseContactCommand {}

    /** A meeting of the two was held, as meeting-service has told. */
    record NoteMeeting(CaseId caseId, UUID meetingId, LocalDate heldOn) implements CaseContactCommand {}

    /** A meeting that was told of as held had been entered by mistake. */
    record NoteStruckMeeting(CaseId caseId, UUID meetingId) implements CaseContactCommand {}

    /** The leader tells what goes on at work. */
    record ShareNews(CaseId caseId, UUID newsId, PersonalText news) implements CaseContactCommand {}

    /** The leader has been in touch with the doctor; that and when, never what was said. */
    record NoteDoctorContact(CaseId caseId, LocalDate on) implements CaseContactCommand {}

    /** Nothing has been heard since a day, for longer than agreed. */
    record NoteSilence(CaseId caseId, LocalDate since, int everyDays) implements CaseContactCommand {}

    /** The employee says what can be done at work, and what cannot; never why (aml § 2-3). */
    record StateWorkAbility(CaseId caseId, PersonalText can, PersonalText cannot) implements CaseContactCommand {}

    /** The leader says what work is possible here for somebody who can do less for a while (aml § 4-6 (1)). */
    record DescribePossibleWork(CaseId caseId, PersonalText tasks, PersonalText adaptations)
            implements CaseContactCommand {}

    /** The employee asks for something. */
    record MakeRequest(CaseId caseId, UUID requestId, RequestKind kind, PersonalText reason)
            implements CaseContactCommand {}

    /** The leader, or HR, answers. */
    record AnswerRequest(CaseId caseId, UUID requestId, boolean agreed, PersonalText reason)
            implements CaseContactCommand {}

    /** HR names another leader from a day on; what the new one should know is put together for the employee to see. */
    record HandOver(CaseId caseId, UUID handOverId, PersonId from, PersonId to, LocalDate on)
            implements CaseContactCommand {}

    /** The employee has read what the new leader will be told. */
    record ReadHandOver(CaseId caseId, UUID handOverId) implements CaseContactCommand {}

    /** The employee does not ask for it any more. */
    record WithdrawRequest(CaseId caseId, UUID requestId) implements CaseContactCommand {}
}

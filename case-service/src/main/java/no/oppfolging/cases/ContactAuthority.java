package no.oppfolging.cases;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.HR_OF_ORGANISATION;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;
import static no.oppfolging.platform.kernel.Role.EMPLOYEE;
import static no.oppfolging.platform.kernel.Role.HR;
import static no.oppfolging.platform.kernel.Role.MANAGER;
import static no.oppfolging.platform.security.Authority.commanding;
import static no.oppfolging.platform.security.Authority.visiting;

import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteStruckMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ProposeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ReadHandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ShareNews;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StateWorkAbility;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StrikeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.WithdrawRequest;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;

/** Who may see and say what of contact, possible work and requests: the two it is between, and HR what it answers. */
final class ContactAuthority {
    private ContactAuthority() {}

    static Authority table() {
        return Authority.table(
                // How they keep contact, what is possible at work: between the two. HR sees rhythm and last contact
                // on the case itself.
                theTwo(visiting(
                        "GET /cases/{caseId}/contact",
                        "GET /api/cases/{caseId}/contact",
                        "GET /cases/{caseId}/work",
                        "GET /cases/{caseId}/work/sheet",
                        "GET /api/cases/{caseId}/work",
                        "GET /cases/{caseId}/hand-over")),
                visiting("GET /cases/{caseId}/own").may(EMPLOYEE, SELF).neverForOthers(),
                visiting("GET /cases/{caseId}/requests", "GET /api/cases/{caseId}/requests")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION)
                        .neverForOthers(),
                theTwo(commanding(
                        ProposeContact.class,
                        "POST /api/cases/{caseId}/contact/proposals",
                        "GET /cases/{caseId}/contact/proposals",
                        "POST /cases/{caseId}/contact/proposals")),
                theTwo(commanding(
                        AgreeToContact.class,
                        "POST /api/cases/{caseId}/contact/agreements",
                        "POST /cases/{caseId}/contact/agreements")),
                theTwo(commanding(
                        LogContact.class,
                        "POST /api/cases/{caseId}/contact/log",
                        "GET /cases/{caseId}/contact/log",
                        "POST /cases/{caseId}/contact/log")),
                theTwo(commanding(
                        StrikeContact.class,
                        "POST /api/cases/{caseId}/contact/log/{contactId}/strikings",
                        "POST /cases/{caseId}/contact/log/{contactId}/strikings")),
                byTheLeader(
                        ShareNews.class,
                        "POST /api/cases/{caseId}/contact/news",
                        "GET /cases/{caseId}/contact/news",
                        "POST /cases/{caseId}/contact/news"),
                byTheLeader(
                        NoteDoctorContact.class,
                        "POST /api/cases/{caseId}/contact/doctor-contacts",
                        "GET /cases/{caseId}/contact/doctor-contacts",
                        "POST /cases/{caseId}/contact/doctor-contacts"),
                byTheEmployee(
                        StateWorkAbility.class,
                        "POST /api/cases/{caseId}/work/abilities",
                        "GET /cases/{caseId}/work/abilities",
                        "POST /cases/{caseId}/work/abilities"),
                byTheLeader(
                        DescribePossibleWork.class,
                        "POST /api/cases/{caseId}/work/possibilities",
                        "GET /cases/{caseId}/work/possibilities",
                        "POST /cases/{caseId}/work/possibilities"),
                byTheEmployee(
                        MakeRequest.class,
                        "POST /api/cases/{caseId}/requests",
                        "GET /cases/{caseId}/requests/asking",
                        "POST /cases/{caseId}/requests/asking"),
                commanding(
                                AnswerRequest.class,
                                "POST /api/cases/{caseId}/requests/{requestId}/answers",
                                "GET /cases/{caseId}/requests/{requestId}/answers",
                                "POST /cases/{caseId}/requests/{requestId}/answers")
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION)
                        .neverForOthers(),
                byTheEmployee(
                        WithdrawRequest.class,
                        "POST /api/cases/{caseId}/requests/{requestId}/withdrawals",
                        "POST /cases/{caseId}/requests/{requestId}/withdrawals"),
                byTheEmployee(ReadHandOver.class, "POST /cases/{caseId}/hand-over/{handOverId}/readings"),
                commanding(HandOver.class).itself().neverForOthers(),
                commanding(NoteMeeting.class).itself().neverForOthers(),
                commanding(NoteStruckMeeting.class).itself().neverForOthers(),
                commanding(NoteSilence.class).itself().neverForOthers());
    }

    private static Row theTwo(Row row) {
        return row.may(EMPLOYEE, SELF)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .neverForOthers();
    }

    private static Row byTheEmployee(Class<? extends DomainCommand> command, String... endpoints) {
        return commanding(command, endpoints).may(EMPLOYEE, SELF).neverForOthers();
    }

    private static Row byTheLeader(Class<? extends DomainCommand> command, String... endpoints) {
        return commanding(command, endpoints)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .neverForOthers();
    }
}

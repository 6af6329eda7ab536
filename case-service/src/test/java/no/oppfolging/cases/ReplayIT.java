package no.oppfolging.cases;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.contact.CaseContact;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.cases.law.LawFiles;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplayIT {
    private final RunningService service = RunningCases.SERVICE;

    /** Two cases that become one, and a deadline met. */
    @BeforeEach
    void much_has_happened() {
        var known = KarisCase.opened(service);
        var neighbours = service.neighbours();
        neighbours.hrTells(
                "AbsenceReported",
                known.kari().employment(),
                Map.of(
                        "absenceId",
                        UUID.randomUUID().toString(),
                        "revision",
                        1,
                        "kind",
                        "SICK_NOTE",
                        "grade",
                        50,
                        "from",
                        "2026-02-23",
                        "to",
                        "2026-03-04"));
        neighbours.tells(
                ServiceName.MEETINGS,
                "MeetingHeld",
                known.caseId(),
                1,
                0,
                Map.of("meetingId", UUID.randomUUID().toString(), "kind", "DM1", "heldOn", "2026-03-09"));
        talked(known);
        service.post(
                known.kari().someone(),
                "/api/employments/" + known.kari().employment() + "/follow-ups",
                Optional.empty(),
                "{\"occasion\": \"HAS_BEEN_ON_SICK_LEAVE\"}");
        await().until(() -> service.bean(CaseOverviews.class)
                .of(new CaseId(known.caseId()))
                .filter(overview -> overview.startedOn().toString().equals("2026-02-23"))
                .filter(overview -> overview.deadlines().stream()
                        .anyMatch(deadline -> deadline.factOn().isPresent()))
                .isPresent());
    }

    /** Something of everything the two may say. */
    private void talked(KarisCase known) {
        var path = "/api/cases/" + known.caseId();
        var kari = known.kari().someone();
        var ola = known.ola().someone();
        var mistake = UUID.randomUUID();
        service.post(kari, path + "/contact/proposals", Optional.empty(), TalkBodies.proposal(mistake, 7, "PHONE"));
        service.post(ola, path + "/contact/log", Optional.empty(), TalkBodies.contact(mistake, "CARING", "2026-03-06"));
        service.post(ola, path + "/contact/news", Optional.empty(), TalkBodies.news("Ny kollega"));
        service.post(ola, path + "/contact/doctor-contacts", Optional.empty(), "{\"on\": \"2026-03-06\"}");
        service.post(kari, path + "/requests", Optional.empty(), TalkBodies.request(mistake, "PLAN"));
        await().until(() -> service.get(kari, path + "/requests").body().size() == 1);
        var seen = service.get(ola, path + "/contact").etag();
        service.post(ola, path + "/contact/agreements", seen, TalkBodies.agreement(mistake));
    }

    @Test
    void every_contact_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(service, CaseContactEvent.class, CaseContact.none(), CaseContact::evolve);
    }

    @Test
    void every_follow_up_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(
                service,
                EmploymentFollowUpEvent.class,
                EmploymentFollowUp.unknown(LawFiles.read()),
                EmploymentFollowUp::evolve);
    }

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_is_the_one_that_grew() {
        return ReplayRules.viewsBuiltAnewAreTheSame(
                service,
                Set.of(
                        "occasion_sealed",
                        "kind_sealed",
                        "text_sealed",
                        "can_sealed",
                        "cannot_sealed",
                        "tasks_sealed",
                        "adaptations_sealed",
                        "reason_sealed",
                        "answer_sealed"));
    }
}

package no.oppfolging.platform.casefile;

import java.time.Clock;
import no.oppfolging.platform.eventlog.CaseHistory;
import no.oppfolging.platform.eventlog.CaseHistory.Entry;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.ServiceName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A service's answers to {@code GET /api/cases/{caseId}/history?knownAt=…} and {@code GET /api/cases/{caseId}/reads}:
 * what its own log tells of a case, and who has read it there. case-service puts the four services' answers together
 * for whoever reads the case.
 *
 * <p>A service imports this, does what {@link CaseFile} asks, hands in its {@link CaseFamilies}, and gives both
 * endpoints a row in its table of authority:
 *
 * <pre>{@code
 * visiting(HistoryEndpoint.PATH)
 *         .may(EMPLOYEE, SELF)
 *         .may(MANAGER, LINE_MANAGER)
 *         .may(Role.SUBSTITUTE, SUBSTITUTE)
 *         .may(HR, HR_OF_ORGANISATION, "meetingId", "heldOn", "appointment.startsAt")
 *         .may(AUDITOR, "meetingId", "heldOn", "appointment.startsAt")
 *         .never(OPERATOR)
 *         .nothingYetForOthers(),
 * visiting(ReadsEndpoint.PATH).may(EMPLOYEE, SELF).never(OPERATOR).nothingYetForOthers(),
 * CaseFile.keepingReads()
 * }</pre>
 *
 * <p>Nobody's words are told to anybody. Everybody in the row is told what happened, when, and in which role somebody
 * did it; whose cell names fields is told those of an event's fields alone, and who did it only with {@link Entry#BY}.
 * Each event's sentence stands in case-service's message file, as {@code event.<SimpleName>}.
 */
@Configuration(proxyBeanMethods = false)
@Import(CaseFile.class)
public class OwnCaseFile {
    @Bean
    HistoryEndpoint ownHistoryEndpoint(
            ServiceName service, EventCatalogue catalogue, EventLog log, CaseFamilies families, Clock clock) {
        return new HistoryEndpoint(new CaseHistory(service, catalogue, log), families, clock);
    }

    @Bean
    ReadsEndpoint ownReadsEndpoint(KeptReads reads, CaseFamilies families) {
        return new ReadsEndpoint(reads, families);
    }
}

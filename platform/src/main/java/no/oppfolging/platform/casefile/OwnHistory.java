package no.oppfolging.platform.casefile;

import java.time.Clock;
import no.oppfolging.platform.eventlog.CaseHistory;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.ServiceName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A service's answer to {@code GET /api/cases/{caseId}/history?knownAt=…}: what its own log tells of a case.
 * case-service puts the four answers together for whoever reads the case.
 *
 * <p>A service imports this, hands in its {@link CaseFamilies}, and gives {@link HistoryEndpoint#PATH} a row in its
 * table of authority:
 *
 * <pre>{@code
 * visiting(HistoryEndpoint.PATH)
 *         .may(EMPLOYEE, SELF)
 *         .may(MANAGER, LINE_MANAGER)
 *         .may(Role.SUBSTITUTE, SUBSTITUTE)
 *         .may(HR, HR_OF_ORGANISATION, "meetingId", "heldOn", "appointment.startsAt")
 *         .may(AUDITOR, "meetingId", "heldOn", "appointment.startsAt")
 *         .never(OPERATOR)
 *         .nothingYetForOthers()
 * }</pre>
 *
 * <p>Nobody's words are told to anybody. Everybody in the row is told what happened, when, and in which role somebody
 * did it; whose cell names fields is told those of an event's fields alone, and who did it only with
 * {@link HistoryEndpoint#BY}. Each event's sentence stands in case-service's message file, as
 * {@code event.<SimpleName>}.
 */
@Configuration(proxyBeanMethods = false)
public class OwnHistory {
    @Bean
    HistoryEndpoint ownHistoryEndpoint(
            ServiceName service, EventCatalogue catalogue, EventLog log, CaseFamilies families, Clock clock) {
        return new HistoryEndpoint(new CaseHistory(service, catalogue, log), families, clock);
    }
}

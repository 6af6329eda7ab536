package no.oppfolging.platform.casefile;

import static no.oppfolging.platform.security.Authority.commanding;

import java.time.Clock;
import no.oppfolging.platform.casefile.write.CaseReadsShell;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.security.Relations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps who has read a case, in the service's own log and before anything of it is shown.
 *
 * <p>A service imports this (or {@link OwnCaseFile}, which does), names {@code CaseRead} in its catalogue with
 * {@code .with("CaseRead", CaseRead.class)}, and puts {@link #keepingReads} among the rows of its table of authority.
 * From then on every {@code visit.to(caseId)} is kept; see {@link no.oppfolging.platform.privacy.Reads}.
 */
@Configuration(proxyBeanMethods = false)
public class CaseFile {
    /** Whoever sees anything of a case leaves a trace; what they may see is the other rows' matter. */
    public static Row keepingReads() {
        return commanding(NoteCaseRead.class)
                .itself()
                .may(Role.EMPLOYEE, Kind.SELF)
                .may(Role.MANAGER, Kind.LINE_MANAGER)
                .may(Role.SUBSTITUTE, Kind.SUBSTITUTE)
                .may(Role.HR, Kind.HR_OF_ORGANISATION)
                .may(Role.UNION_REPRESENTATIVE, Kind.INVITED)
                .may(Role.SAFETY_REPRESENTATIVE, Kind.INVITED)
                .may(Role.OCCUPATIONAL_HEALTH, Kind.INVITED)
                .may(Role.DOCTOR, Kind.INVITED)
                .may(Role.NAV)
                .may(Role.AUDITOR)
                .may(Role.DATA_PROTECTION_OFFICER)
                .may(Role.SYSTEM)
                .never(Role.OPERATOR);
    }

    @Bean
    AggregateShell caseReads() {
        return new AggregateShell(CaseReadsShell.class);
    }

    @Bean
    KeptReads keptReads(ServiceName service, Commands commands, Relations relations, EventLog eventLog, Clock clock) {
        return new KeptReads(service, commands, relations, eventLog, clock);
    }
}

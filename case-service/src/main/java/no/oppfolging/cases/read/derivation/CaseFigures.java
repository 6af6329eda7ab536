package no.oppfolging.cases.read.derivation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.TrialRun;
import no.oppfolging.cases.domain.TrialRun.TriedCase;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;

/** Tells from the log what a case comes to on a day: its days, its weeks, and whether absence has been repeated. */
public final class CaseFigures {
    private final KnownFollowUps followUps;

    public CaseFigures(EventLog log, RuleSets law) {
        this.followUps = new KnownFollowUps(log, law);
    }

    /**
     * What it comes to.
     *
     * @param repeatedAbsence gjentakende fravær: many and long cases in the last three years
     * @param hasPlan whether a plan has been laid before the two, signed or to be signed
     * @param reportToNav when the employer had to report to Nav, by the rules of 2011 alone
     * @param spared the stages nobody has to act on as things are; see {@link TrialRun#spared}
     * @param deadlines every stage that has a day of its own, in the order of the law, as far as the absences tell
     */
    public record Figures(
            int sickDays,
            int weeks,
            boolean repeatedAbsence,
            boolean hasPlan,
            Optional<LocalDate> reportToNav,
            Set<Stage> spared,
            List<TriedDeadline> deadlines) {
        public Figures {
            spared = Set.copyOf(spared);
            deadlines = List.copyOf(deadlines);
        }

        private static Figures of(TriedCase tried, Set<Stage> spared) {
            return new Figures(
                    tried.course().sickDays(),
                    tried.weeks(),
                    tried.repeatedAbsence(),
                    tried.hasPlan(),
                    tried.deadlines().stream()
                            .filter(deadline -> deadline.duty().stage() == Stage.REPORT_TO_NAV)
                            .map(TriedDeadline::due)
                            .findFirst(),
                    spared,
                    tried.deadlines());
        }
    }

    /** Empty when there is no such case any more. */
    public Optional<Figures> of(EmploymentId employment, CaseId caseId, LocalDate today) {
        var followUp = followUps.of(employment);
        return TrialRun.of(followUp, caseId, today)
                .map(tried -> Figures.of(tried, TrialRun.spared(followUp, caseId, today)));
    }
}

package no.oppfolging.cases.law;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a service that does not start because of its law say so in one sentence, and not in a stack trace. */
final class WrongLawTold extends AbstractFailureAnalyzer<WrongLaw> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongLaw cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the file and start again.", cause);
    }
}

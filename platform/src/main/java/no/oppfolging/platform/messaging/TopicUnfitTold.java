package no.oppfolging.platform.messaging;

import no.oppfolging.platform.messaging.Topics.TopicUnfit;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a service that does not start because of its topic say so in one sentence, and not in a stack trace. */
final class TopicUnfitTold extends AbstractFailureAnalyzer<TopicUnfit> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TopicUnfit cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend the broker, or the settings under oppfolging.kafka.", cause);
    }
}

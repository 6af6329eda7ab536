package no.oppfolging.local.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.local.visits.Api;
import no.oppfolging.platform.messaging.Trace;
import no.oppfolging.platform.testing.ServiceName;

/** The trace that begins with what HR's system told of an absence, held against the news and the mails it led to. */
final class OneTrace {
    private static final Map<ServiceName, List<String>> LED_TO = new EnumMap<>(Map.of(
            ServiceName.CASES, List.of("CaseOpened"),
            ServiceName.MEETINGS, List.of("MeetingSummoned", "MeetingHeld"),
            ServiceName.PLANS, List.of("PlanPresented", "PlanAgreed"),
            ServiceName.NOTIFICATIONS, List.of("NoticeSent")));

    private final Function<ServiceName, ToldNews> told;

    OneTrace(Function<ServiceName, ToldNews> told) {
        this.told = told;
    }

    /**
     * What is missing, or lies in another trace.
     *
     * @param message of HR's, which names no trace and so is one
     * @param mails that told of the case
     */
    List<String> differences(UUID message, UUID caseId, List<Api.Mail> mails) {
        var differences = new ArrayList<String>();
        LED_TO.forEach((service, names) -> {
            var traces = told.apply(service).traces(caseId);
            for (var name : names) {
                var parents =
                        traces.getOrDefault("no.oppfolging." + service.producer() + "." + name + ".v1", List.of());
                if (parents.isEmpty() || !parents.stream().allMatch(parent -> isOf(message, parent))) {
                    differences.add("%s: %s is not in the trace of HR's message %s but in %s"
                            .formatted(service.topic(), name, message, parents));
                }
            }
        });
        mails.stream()
                .filter(mail -> !isOf(message, mail.traceparent()))
                .map(mail -> "the mail " + mail.messageId() + " is not in the trace of HR's message " + message
                        + " but in " + mail.traceparent())
                .forEach(differences::add);
        return differences;
    }

    private static boolean isOf(UUID message, String traceparent) {
        return Trace.correlationOf(traceparent).filter(message::equals).isPresent();
    }
}

package no.oppfolging.platform.eventlog;

/** What must stay in order: everything of a case, or of a stream that has none. */
final class Sequence {
    private Sequence() {}

    static String keyOf(RecordedEvent event) {
        return event.caseId()
                .map(Object::toString)
                .orElseGet(() -> event.stream().toString());
    }
}

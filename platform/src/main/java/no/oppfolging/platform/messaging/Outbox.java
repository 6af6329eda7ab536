package no.oppfolging.platform.messaging;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.RecordedEvent;

/** Turns what has happened in a service into news for others; the only place that does. */
public interface Outbox {
    /** What others are told of an event, if anything; the same every time it is asked. */
    Optional<News> tell(RecordedEvent event);

    /**
     * News as it is described in {@code contracts/}: ids and what others need, never a name or a free text.
     *
     * @param key the case, else the employment
     * @param data a record of its own, whose components are the contract's fields
     */
    record News(MessageType type, UUID key, Record data) {}
}

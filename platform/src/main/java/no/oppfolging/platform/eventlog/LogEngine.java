package no.oppfolging.platform.eventlog;

import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.eventlog.StoredEvents.StoredRow;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.time.Ids;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Axon's view of the log: it hands over what a unit of work applied, and loads a stream to fold it. */
final class LogEngine implements EventStorageEngine {
    private final Appender appender;
    private final StoredEvents events;
    private final EventCodec codec;
    private final Ids ids;
    private final Timer appends;
    private final MetadataJson metadataJson = new MetadataJson();

    LogEngine(Appender appender, StoredEvents events, EventCodec codec, Ids ids, Timer appends) {
        this.appender = appender;
        this.events = events;
        this.codec = codec;
        this.ids = ids;
        this.appends = appends;
    }

    /** This command id has been answered before; the unit of work ends without storing anything. */
    static final class AnsweredAlready extends RuntimeException {
        private final AnsweredBefore before;

        AnsweredAlready(AnsweredBefore before) {
            super("Answered before", null, false, false);
            this.before = before;
        }

        AnsweredBefore before() {
            return before;
        }
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        var handling = Handling.current();
        var origin = handling.origin();
        var metadata = metadataJson.write(
                new EventMetadata(origin.actor(), origin.id(), origin.causation(), origin.correlation()));
        var encoded = new ArrayList<NewEvent>(messages.size());
        for (var message : messages) {
            encoded.add(encode((DomainEventMessage<?>) message, origin, metadata));
        }
        handling.answered(append(handling, encoded, Optional.empty()));
    }

    /** Stores the answer of a command that led to no events, or was refused. */
    Answer answerWithoutEvents(Handling handling, Optional<String> refusal) {
        return append(handling, List.of(), refusal);
    }

    /**
     * Before a "no" is given that is not stored: the command id must be new, and the decision must not rest on an
     * aggregate that another instance has changed meanwhile.
     */
    void requireFirstAndFresh(Handling handling) {
        events.answerTo(handling.origin().id()).ifPresent(before -> {
            throw new AnsweredAlready(before);
        });
        var actual = events.versionOf(handling.target()).orElse(0L);
        handling.decidedAt().filter(version -> !version.equals(actual)).ifPresent(version -> {
            throw lost(new Lost(handling.target(), version, actual));
        });
    }

    private Answer append(Handling handling, List<NewEvent> encoded, Optional<String> refusal) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A command writes no table: it is sent outside every transaction");
        }
        var origin = handling.origin();
        var request = new AppendRequest(
                origin.id(),
                origin.organisation(),
                handling.target(),
                handling.decidedAt(),
                encoded,
                refusal,
                origin.asked());
        return stored(appends.record(() -> appender.append(request)));
    }

    private static Answer stored(Outcome outcome) {
        return switch (outcome) {
            case Stored stored -> stored.answer();
            case AnsweredBefore before -> throw new AnsweredAlready(before);
            case Lost lost -> throw lost(lost);
        };
    }

    private static ConcurrencyException lost(Lost lost) {
        return new ConcurrencyException(
                "Stream " + lost.stream() + " is at version " + lost.actual() + ", not at " + lost.expected());
    }

    private NewEvent encode(DomainEventMessage<?> message, CommandOrigin origin, String metadata) {
        var event = (DomainEvent) message.getPayload();
        var stream = UUID.fromString(message.getAggregateIdentifier());
        var version = message.getSequenceNumber() + 1;
        var encoded = codec.encode(event, new Place(origin.organisation(), stream, version, event.caseRef()));
        return new NewEvent(
                stream,
                version,
                event.caseRef().map(caseId -> caseId.value()),
                encoded.name(),
                encoded.revision(),
                ids.next(),
                metadata,
                encoded.payload());
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var rows = events.allRowsOf(UUID.fromString(aggregateIdentifier));
        return DomainEventStream.of(StoredEvents.each(rows, row -> message(aggregateIdentifier, row)).stream()
                .skip(firstSequenceNumber));
    }

    /** An aggregate folds what happened; who caused it is in the log, and is not read for that. */
    private DomainEventMessage<?> message(String aggregateIdentifier, StoredRow row) {
        return new GenericDomainEventMessage<>(
                row.encoded().name(),
                aggregateIdentifier,
                row.version() - 1,
                events.eventOf(row),
                MetaData.emptyInstance(),
                row.eventId().toString(),
                row.recordedAt());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return events.versionOf(UUID.fromString(aggregateIdentifier)).map(version -> version - 1);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("Streams are short enough to be folded whole");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("The log is followed through LogEventStore.openStream");
    }
}

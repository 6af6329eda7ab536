package no.oppfolging.platform.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.List;
import java.util.Map;
import no.oppfolging.platform.eventlog.LogUnavailable;
import no.oppfolging.platform.eventlog.OutcomeUnknown;
import no.oppfolging.platform.kernel.Refusal;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Hands a message, in its turn, to those who handle its type. */
final class Delivery {
    private final List<MessageHandler> handlers;
    private final ObservationRegistry observations;

    Delivery(List<MessageHandler> handlers, ObservationRegistry observations) {
        this.handlers = List.copyOf(handlers);
        this.observations = observations;
    }

    /** A handler has a defect; the message waits until it is mended. */
    static final class HandlerFailed extends RuntimeException {
        HandlerFailed(MessageHandler handler, Exception cause) {
            super(handler.name() + " failed: " + cause.getClass().getSimpleName(), cause);
        }
    }

    Outcome deliver(Message message, Heard heard) {
        return switch (turnOf(message, heard)) {
            case REPEAT -> Outcome.done();
            case HOLE -> Outcome.waits(ParkedMessages.HOLE);
            case NEXT -> deliverToAll(message, heard);
        };
    }

    /** Of one that was parked: that something later has been heard does not say that this had its effect. */
    Outcome deliverAfterAll(Message message, Heard heard) {
        return switch (turnOf(message, heard)) {
            case HOLE -> Outcome.waits(ParkedMessages.HOLE);
            case NEXT, REPEAT -> deliverToAll(message, heard);
        };
    }

    private static Heard.Turn turnOf(Message message, Heard heard) {
        return message.place()
                .map(place -> heard.turnOf(message.topicKey(), place))
                .orElse(Heard.Turn.NEXT);
    }

    private Outcome deliverToAll(Message message, Heard heard) {
        for (var handler : handlers) {
            if (handler.types().contains(message.type())) {
                var outcome = handled(handler, message);
                if (!(outcome instanceof Outcome.Done)) {
                    return outcome;
                }
            }
        }
        message.place().ifPresent(place -> heard.upTo(message.topicKey(), place.position()));
        return Outcome.done();
    }

    private Outcome handled(MessageHandler handler, Message message) {
        try {
            return observation(handler, message).observe(() -> handler.handle(message));
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.arguments().getOrDefault("pointer", ""), refusal.rule());
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            throw new HandlerFailed(handler, e);
        }
    }

    private Observation observation(MessageHandler handler, Message message) {
        var context = new ReceiverContext<Map<String, String>>(Map::get);
        context.setCarrier(Map.of("traceparent", Trace.parent(message.correlation(), message.id())));
        return Observation.createNotStarted("oppfolging.messages.handled", () -> context, observations)
                .contextualName(message.type().name())
                .lowCardinalityKeyValue("type", message.type().toString())
                .lowCardinalityKeyValue("handler", handler.name());
    }

    /** Not the message's fault: everything is tried again in order until the database is back. */
    static boolean isPassing(RuntimeException failure) {
        return switch (failure) {
            case OutcomeUnknown _, LogUnavailable _ -> true;
            case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
            case NonTransientDataAccessResourceException _, CannotCreateTransactionException _ -> true;
            default -> false;
        };
    }
}

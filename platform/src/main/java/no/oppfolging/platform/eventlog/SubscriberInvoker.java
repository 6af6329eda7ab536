package no.oppfolging.platform.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of one unit of work and hands them to a {@link Subscriber} at once, before the token is stored.
 */
final class SubscriberInvoker implements EventHandlerInvoker {
    private final Subscriber subscriber;
    private final Failures failures;
    private final String resource;

    SubscriberInvoker(Subscriber subscriber, Failures failures) {
        this.subscriber = subscriber;
        this.failures = failures;
        this.resource = "batch of " + subscriber.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return segment.matches(Sequence.keyOf((RecordedEvent) message.getPayload()));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        batchOf(CurrentUnitOfWork.get()).add((RecordedEvent) message.getPayload());
    }

    private List<RecordedEvent> batchOf(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrComputeResource(resource, _ -> {
            var batch = new ArrayList<RecordedEvent>();
            unitOfWork.onPrepareCommit(_ -> failures.watch(subscriber.name(), () -> subscriber.receive(batch)));
            return batch;
        });
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}

package no.oppfolging.platform.messagedesk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.messagedesk.domain.MessageDecided;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageSkipped;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageTriedAgain;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MissingMessageGivenUp;
import no.oppfolging.platform.messaging.ParkedMessages;

/** When something has been decided about a message that waits, it is done: also after an accident in between. */
final class WhenDecidedDoIt implements Subscriber {
    static final String NAME = "message_desk";

    private final ParkedMessages parked;
    private final DecidedMessages decided;
    private final Executor outside;

    /** @param outside where messages are gone on with, apart from the transaction this subscriber's place is kept in */
    WhenDecidedDoIt(ParkedMessages parked, DecidedMessages decided, Executor outside) {
        this.parked = parked;
        this.decided = decided;
        this.outside = outside;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            if (recorded.event() instanceof MessageDecided event) {
                apart(() -> doIt(event));
                decided.add(recorded, event);
            }
        }
    }

    private void doIt(MessageDecided event) {
        var id = event.message().id().value();
        switch (event) {
            case MessageTriedAgain _ -> parked.tryAgain(id);
            case MissingMessageGivenUp _ -> parked.goOnWithoutTheMissing(id);
            case MessageSkipped _ -> parked.skip(id);
        }
    }

    private void apart(Runnable work) {
        try {
            CompletableFuture.runAsync(work, outside).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

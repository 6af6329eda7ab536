package no.oppfolging.platform.messagedesk.domain;

import java.util.List;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageSkipped;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageTriedAgain;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MissingMessageGivenUp;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;

/** One message that waits, and what has been decided about it. */
public sealed interface MessageInHand {
    /** The reason of a message before which another of its key is missing. */
    String HOLE = "hole";

    List<MessageDecided> decide(MessageDecision decision);

    MessageInHand evolve(MessageDecided event);

    /** It may be tried again as often as anybody likes. */
    record Waiting() implements MessageInHand {
        @Override
        public List<MessageDecided> decide(MessageDecision decision) {
            return switch (decision) {
                case TryMessageAgain(var message) -> List.of(new MessageTriedAgain(message));
                case SkipMessage(var message, var reason) -> List.of(new MessageSkipped(message, reason));
                case GoOnWithoutTheMissing(var message) -> {
                    if (!message.waitsFor().equals(HOLE)) {
                        throw MessageRefused.nothingIsMissing();
                    }
                    yield List.of(new MissingMessageGivenUp(message));
                }
            };
        }

        @Override
        public MessageInHand evolve(MessageDecided event) {
            return switch (event) {
                case MessageTriedAgain _, MissingMessageGivenUp _ -> this;
                case MessageSkipped _ -> new Skipped();
            };
        }
    }

    /** It was given up, for good. */
    record Skipped() implements MessageInHand {
        @Override
        public List<MessageDecided> decide(MessageDecision decision) {
            return switch (decision) {
                case SkipMessage _ -> List.of();
                case TryMessageAgain _, GoOnWithoutTheMissing _ -> throw MessageRefused.isSkipped();
            };
        }

        @Override
        public MessageInHand evolve(MessageDecided event) {
            return this;
        }
    }
}

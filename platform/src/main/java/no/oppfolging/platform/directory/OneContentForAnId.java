package no.oppfolging.platform.directory;

import java.util.Set;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** Lets a message of HR's have its effect only when its id has named no other content. */
record OneContentForAnId(MessageContents contents) implements MessageHandler {
    @Override
    public String name() {
        return "directory.message-contents";
    }

    @Override
    public Set<MessageType> types() {
        return HrMessages.ALL;
    }

    @Override
    public Outcome handle(Message message) {
        return contents.hear(message);
    }
}

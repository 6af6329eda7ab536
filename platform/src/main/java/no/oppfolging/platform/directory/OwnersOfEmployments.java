package no.oppfolging.platform.directory;

import java.util.Set;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/**
 * Sees to it that nobody tells of another organisation's people, or gives an employment to somebody else; before
 * anything is made of what is told.
 */
final class OwnersOfEmployments implements MessageHandler {
    private final DirectoryEntries entries;

    OwnersOfEmployments(DirectoryEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "directory.owners-of-employments";
    }

    @Override
    public Set<MessageType> types() {
        return HrMessages.ALL;
    }

    @Override
    public Outcome handle(Message message) {
        return EmploymentRules.brokenBy(message)
                .or(() -> entries.ownerOf(new EmploymentId(message.key()))
                        .flatMap(known -> EmploymentRules.brokenBy(message, known)))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(Outcome::done);
    }
}

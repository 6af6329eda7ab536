package no.oppfolging.platform.eventlog;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one command, from the gateway to the append: where it came from, what it rested on, how it came out.
 */
final class Handling {
    /** The key under which a command message carries it. */
    static final String KEY = "handling";

    private final CommandOrigin origin;
    private final UUID target;
    private final boolean again;
    private boolean fromMemory;
    private @Nullable Long decidedAt;
    private @Nullable Answer answer;

    /** @param again whether an attempt before this one lost a race, so that nothing held in memory is to be trusted */
    Handling(CommandOrigin origin, UUID target, boolean again) {
        this.origin = origin;
        this.target = target;
        this.again = again;
    }

    static Handling current() {
        var message = CurrentUnitOfWork.get().root().getMessage();
        if (message.getMetaData().get(KEY) instanceof Handling handling) {
            return handling;
        }
        throw new IllegalStateException(
                "Events are appended by commands sent through the gateway, and by nothing else");
    }

    CommandOrigin origin() {
        return origin;
    }

    UUID target() {
        return target;
    }

    boolean isAgain() {
        return again;
    }

    /** Whether the aggregate was found folded in memory. */
    boolean isFromMemory() {
        return fromMemory;
    }

    void fromMemory(boolean found) {
        fromMemory = found;
    }

    void decidedAt(long version) {
        decidedAt = version;
    }

    Optional<Long> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    void answered(Answer given) {
        if (answer != null) {
            throw new IllegalStateException("A unit of work appends once");
        }
        answer = given;
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }
}

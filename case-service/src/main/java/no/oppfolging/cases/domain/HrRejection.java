package no.oppfolging.cases.domain;

import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import org.jspecify.annotations.Nullable;

/** A message of the HR system that broke a rule (avvist melding): said once, with the place in it and the rule. */
public sealed interface HrRejection {
    /** Names a place in the HR topic. */
    record RejectionId(UUID value) implements Identifier {
        private static final UUID NAMESPACE = UUID.fromString("6d0c3f5e-0c5b-5f0e-9d57-7c1f4d1f3a10");

        public static RejectionId of(int partition, long offset) {
            return new RejectionId(DerivedId.of(NAMESPACE, partition + "/" + offset));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * Says that a message was refused.
     *
     * @param messageId its own id, if one could be read
     * @param key what its news is ordered by: the employment, if one could be read
     * @param pointer a JSON pointer to what is wrong; empty for the whole
     */
    record RejectHrMessage(
            int partition, long offset, @Nullable UUID messageId, UUID key, String pointer, String rule)
            implements DomainCommand {
        @Override
        public RejectionId target() {
            return RejectionId.of(partition, offset);
        }
    }

    record HrMessageRejected(
            RejectionId rejectionId,
            int partition,
            long offset,
            @Nullable UUID messageId,
            UUID key,
            String pointer,
            String rule)
            implements DomainEvent {
        @Override
        public RejectionId stream() {
            return rejectionId;
        }
    }

    List<HrMessageRejected> decide(RejectHrMessage command);

    /** Nothing has been said about this message. */
    record Unsaid() implements HrRejection {
        @Override
        public List<HrMessageRejected> decide(RejectHrMessage command) {
            return List.of(new HrMessageRejected(
                    command.target(),
                    command.partition(),
                    command.offset(),
                    command.messageId(),
                    command.key(),
                    command.pointer(),
                    command.rule()));
        }
    }

    /** It has been said. */
    record Said() implements HrRejection {
        @Override
        public List<HrMessageRejected> decide(RejectHrMessage command) {
            return List.of();
        }
    }
}

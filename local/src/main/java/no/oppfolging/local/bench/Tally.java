package no.oppfolging.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate that has something to count and something to keep secret. */
final class Tally {
    static final EventCatalogue EVENTS = EventCatalogue.of("bench").with("Counted", Counted.class);
    private static final int CASES = 1_000;
    private static final PersonId KARI = PersonId.of("00000000-0000-7000-8000-00000000000a");

    private Tally() {}

    record TallyId(UUID value) implements Identifier {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    record Count(TallyId tally, PersonalText text) implements DomainCommand {
        /** A text that makes the stored payload 190 bytes long. */
        static Count on(UUID tally) {
            return new Count(new TallyId(tally), new PersonalText(KARI, "Gradert 50"));
        }

        @Override
        public Identifier target() {
            return tally;
        }
    }

    /** The first count of a new tally. */
    record Begin(TallyId tally, PersonalText text) implements DomainCommand {
        static Begin with(UUID tally) {
            return new Begin(new TallyId(tally), Count.on(tally).text());
        }

        @Override
        public Identifier target() {
            return tally;
        }
    }

    record Counted(TallyId tally, PersonalText text) implements DomainEvent {
        @Override
        public Identifier stream() {
            return tally;
        }

        /** One of a thousand cases, so that keys are shared as they are by the events of a case. */
        @Override
        public Optional<CaseId> caseRef() {
            var number = Math.floorMod(tally.value().getLeastSignificantBits(), (long) CASES);
            return Optional.of(new CaseId(new UUID(0x7000L, Long.MIN_VALUE | number)));
        }
    }

    /** Lets Axon route commands to a tally. */
    static final class Shell {
        @AggregateIdentifier
        private @Nullable TallyId id;

        private int count;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.ALWAYS)
        void handle(Begin command) {
            Decision.apply(() -> List.of(new Counted(command.tally(), command.text())));
        }

        @CommandHandler
        void handle(Count command) {
            Decision.apply(() -> List.of(new Counted(command.tally(), command.text())));
        }

        @EventSourcingHandler
        void on(Counted event) {
            id = event.tally();
            count++;
        }

        @Override
        public String toString() {
            return id + " at " + count;
        }
    }
}

package no.oppfolging.platform.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A note that lines are added to until it is closed: the smallest aggregate that has every kind of answer. */
sealed interface Note {
    record NoteId(UUID value) implements Identifier {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    sealed interface NoteCommand extends DomainCommand {
        NoteId noteId();

        @Override
        default Identifier target() {
            return noteId();
        }
    }

    record AddLine(NoteId noteId, PersonalText line) implements NoteCommand {}

    record CloseNote(NoteId noteId) implements NoteCommand {}

    sealed interface NoteEvent extends DomainEvent {
        NoteId noteId();

        @Override
        default Identifier stream() {
            return noteId();
        }

        @Override
        default Optional<CaseId> caseRef() {
            return Optional.of(new CaseId(noteId().value()));
        }
    }

    record LineAdded(NoteId noteId, PersonalText line) implements NoteEvent {}

    record NoteClosed(NoteId noteId, int lines) implements NoteEvent {}

    final class NoteRefused extends Refusal {
        NoteRefused(String rule) {
            super(rule, Map.of());
        }
    }

    EventCatalogue EVENTS =
            EventCatalogue.of("note").with("LineAdded", LineAdded.class).with("NoteClosed", NoteClosed.class);

    List<? extends NoteEvent> decide(NoteCommand command);

    Note evolve(NoteEvent event);

    record Open(int lines) implements Note {
        @Override
        public List<? extends NoteEvent> decide(NoteCommand command) {
            return switch (command) {
                case AddLine add -> List.of(new LineAdded(add.noteId(), add.line()));
                case CloseNote _ when lines == 0 -> throw new NoteRefused("an-empty-note-stays-open");
                case CloseNote close -> List.of(new NoteClosed(close.noteId(), lines));
            };
        }

        @Override
        public Note evolve(NoteEvent event) {
            return switch (event) {
                case LineAdded _ -> new Open(lines + 1);
                case NoteClosed _ -> new Closed();
            };
        }
    }

    record Closed() implements Note {
        @Override
        public List<? extends NoteEvent> decide(NoteCommand command) {
            return switch (command) {
                case AddLine _ -> throw new NoteRefused("a-closed-note-gets-no-lines");
                case CloseNote _ -> List.of();
            };
        }

        @Override
        public Note evolve(NoteEvent event) {
            return this;
        }
    }

    /** Lets Axon route commands to a note. */
    final class NoteShell {
        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable NoteId id;

        private Note note = new Open(0);

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(AddLine command) {
            Decision.apply(() -> note.decide(command));
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(CloseNote command) {
            Decision.apply(() -> note.decide(command));
        }

        @EventSourcingHandler
        void on(NoteEvent event) {
            id = event.noteId();
            note = note.evolve(event);
        }
    }
}

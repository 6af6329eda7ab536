package no.oppfolging.cases.automation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.inbox.HrNews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.MessageContents;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.BrokenRule;
import no.oppfolging.platform.messaging.FileDoor;
import no.oppfolging.platform.messaging.FileDoor.Line.LetIn;
import no.oppfolging.platform.messaging.FileDoor.Line.TurnedBack;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import no.oppfolging.platform.security.Caller;

/**
 * Takes absences that HR hands in by hand, over HTTP or in a file, through the door of the topic: the same contracts,
 * the same rules, the same effect, and once however often they come. What concerns every service, such as an
 * employment, goes on the topic.
 */
public final class HrDoor {
    private static final Set<MessageType> ABSENCES = Set.of(HrNews.ABSENCE_REPORTED, HrNews.ABSENCE_WITHDRAWN);

    private final FileDoor door = new FileDoor();
    private final List<MessageHandler> handlers;
    private final MessageContents contents;
    private final EventLog log;
    private final RuleSets law;
    private final Directory directory;
    private final Clock clock;

    public HrDoor(
            List<MessageHandler> handlers,
            MessageContents contents,
            EventLog log,
            RuleSets law,
            Directory directory,
            Clock clock) {
        this.handlers = List.copyOf(handlers);
        this.contents = contents;
        this.log = log;
        this.law = law;
        this.directory = directory;
        this.clock = clock;
    }

    /** What came of a message. */
    public enum Result {
        /** It has had its effect, or had it before. */
        TAKEN,
        /** It breaks a rule, and has no effect. */
        REFUSED,
        /** It speaks of something not heard of yet. Nothing of it is kept: hand it in again when that has come. */
        WAITS
    }

    /**
     * The answer to one message.
     *
     * @param number which one, from 1
     * @param pointer to what breaks the rule, as on the topic; empty where it was taken
     */
    public record Answer(long number, Optional<UUID> messageId, Result result, String pointer, String rule) {}

    /**
     * What somebody may hand in.
     *
     * @param organisations whose absences
     * @param own whose not: nobody holds an office in what is their own
     */
    public record Reach(Set<OrganisationNumber> organisations, Set<EmploymentId> own) {}

    public Reach reachOf(Caller caller) {
        var own = caller instanceof Caller.Person person
                ? directory.employmentsOf(person.id(), clock.instant()).stream()
                        .map(Employment::id)
                        .collect(Collectors.toSet())
                : Set.<EmploymentId>of();
        return new Reach(caller.organisations(), own);
    }

    /** Takes it, if it lies within reach. */
    public Answer take(long number, byte[] message, Reach reach) {
        return answered(number, message, reach, this::handled);
    }

    /** To look a file of messages through before it is handed in. */
    public Look look() {
        return new Look();
    }

    /** What is done with a message that was let in. */
    private interface Doing {
        Outcome with(Message message);
    }

    private Answer answered(long number, byte[] bytes, Reach reach, Doing doing) {
        return switch (door.read(number, bytes)) {
            case TurnedBack(var messageId, var rule) -> refused(number, messageId, rule);
            case LetIn(var message) -> {
                var id = Optional.of(message.id());
                yield switch (admitted(message, reach).orElseGet(() -> doing.with(message))) {
                    case Outcome.Done _ -> new Answer(number, id, Result.TAKEN, "", "");
                    case Outcome.Waits(var reason) -> {
                        var rule = HrCommands.broken(reason);
                        yield new Answer(number, id, Result.WAITS, rule.pointer(), rule.rule());
                    }
                    case Outcome.Refused(var rule) -> refused(number, id, rule);
                };
            }
        };
    }

    private static Answer refused(long number, Optional<UUID> messageId, BrokenRule rule) {
        return new Answer(number, messageId, Result.REFUSED, rule.pointer(), rule.rule());
    }

    /** Why it is nothing for this door; empty when it is. */
    private static Optional<Outcome> admitted(Message message, Reach reach) {
        if (!ABSENCES.contains(message.type())) {
            return Optional.of(Outcome.refused("/type", "message-goes-on-the-topic"));
        }
        if (!reach.organisations().contains(message.organisation())) {
            return Optional.of(Outcome.refused("/organisation", "message-of-another-organisation"));
        }
        return reach.own().contains(new EmploymentId(message.key()))
                ? Optional.of(Outcome.refused("/data/employmentId", "message-of-your-own"))
                : Optional.empty();
    }

    private Outcome handled(Message message) {
        for (var handler : handlers) {
            if (handler.types().contains(message.type())) {
                var outcome = outcome(handler, message);
                if (!(outcome instanceof Outcome.Done)) {
                    return outcome;
                }
            }
        }
        return Outcome.done();
    }

    private static Outcome outcome(MessageHandler handler, Message message) {
        try {
            return handler.handle(message);
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.arguments().getOrDefault("pointer", ""), refusal.rule());
        }
    }

    /**
     * What would come of messages handed in one after the other (gjennomsyn); nothing does. Each employment is read
     * once, and each message sees what those before it have said.
     */
    public final class Look {
        private final Map<EmploymentId, Known> known = new HashMap<>();

        private Look() {}

        public Answer at(long number, byte[] message, Reach reach) {
            return answered(number, message, reach, this::tried);
        }

        private Outcome tried(Message message) {
            var command = HrCommands.of(message);
            var about = known.computeIfAbsent(command.employmentId(), HrDoor.this::known);
            if (about.isOfAnotherThan(message.organisation())) {
                return Outcome.refused("/organisation", "employment-of-another-organisation");
            }
            if (contents.look(message) instanceof Outcome.Refused reused) {
                return reused;
            }
            try {
                var facts = about.followUp().facts(command, clock.instant());
                known.put(command.employmentId(), about.after(facts));
                return Outcome.done();
            } catch (Refusal refusal) {
                return Sending.refused(refusal);
            }
        }
    }

    /** An employment as the log has it, and whose it is if it has. */
    private record Known(Optional<OrganisationNumber> organisation, EmploymentFollowUp followUp) {
        boolean isOfAnotherThan(OrganisationNumber other) {
            return organisation.filter(it -> !it.equals(other)).isPresent();
        }

        Known after(List<EmploymentFollowUpEvent> facts) {
            var then = followUp;
            for (var fact : facts) {
                then = then.evolve(fact);
            }
            return new Known(organisation, then);
        }
    }

    private Known known(EmploymentId employment) {
        var recorded = log.ofStream(employment.value());
        var facts = recorded.stream()
                .map(RecordedEvent::event)
                .filter(EmploymentFollowUpEvent.class::isInstance)
                .map(EmploymentFollowUpEvent.class::cast)
                .toList();
        return new Known(
                        recorded.stream().map(RecordedEvent::organisation).findFirst(), EmploymentFollowUp.unknown(law))
                .after(facts);
    }
}

package no.oppfolging.cases.write;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.automation.HrCommands;
import no.oppfolging.cases.automation.WhenHrTellsFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.inbox.HrNews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.MessageContents;
import no.oppfolging.platform.eventlog.Commands;
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
import no.oppfolging.platform.web.Visit;

/**
 * Takes absences that HR hands in by hand, over HTTP or in a file, through the door of the topic: the same contracts,
 * the same rules, the same effect, and once however often they come; but who handed them in stands in the log. What
 * concerns every service, such as an employment, goes on the topic.
 */
public final class HrDoor {
    private static final Set<MessageType> ABSENCES = Set.of(HrNews.ABSENCE_REPORTED, HrNews.ABSENCE_WITHDRAWN);

    private final FileDoor door = new FileDoor();
    private final List<MessageHandler> checks;
    private final Commands commands;
    private final MessageContents contents;
    private final EventLog log;
    private final RuleSets law;
    private final Directory directory;
    private final Clock clock;

    /** @param checks whoever has a say in a message before anything is made of it */
    public HrDoor(
            List<MessageHandler> checks,
            Commands commands,
            MessageContents contents,
            EventLog log,
            RuleSets law,
            Directory directory,
            Clock clock) {
        this.checks = List.copyOf(checks);
        this.commands = commands;
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
     * @param by who then stands in the log for what follows
     * @param organisations whose absences
     * @param own whose not: nobody holds an office in what is their own
     */
    public record Reach(Visit by, Set<OrganisationNumber> organisations, Set<EmploymentId> own) {}

    public Reach reachOf(Visit visit) {
        var own = visit.caller() instanceof Caller.Person person
                ? directory.everyEmploymentOf(person.id())
                : Set.<EmploymentId>of();
        return new Reach(visit, visit.caller().organisations(), own);
    }

    /** Takes it, if it lies within reach. */
    public Answer take(long number, byte[] message, Reach reach) {
        return answered(number, message, reach, it -> handled(it, reach.by()));
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

    private Outcome handled(Message message, Visit by) {
        try {
            return checked(message).orElseGet(() -> send(message, by));
        } catch (Refusal refusal) {
            return HrCommands.refused(refusal);
        }
    }

    /** Why nothing is made of it; empty when something is. */
    private Optional<Outcome> checked(Message message) {
        for (var check : checks) {
            if (check.types().contains(message.type())) {
                var outcome = check.handle(message);
                if (!(outcome instanceof Outcome.Done)) {
                    return Optional.of(outcome);
                }
            }
        }
        return directory.organisationOf(new EmploymentId(message.key())).isEmpty()
                ? Optional.of(Outcome.waits("employment-not-known-yet"))
                : Optional.empty();
    }

    /** By the id it would have from the topic: on whichever way it comes first, it has its effect. */
    private Outcome send(Message message, Visit by) {
        var command = HrCommands.of(message);
        var origin = message.origin(WhenHrTellsFollowUp.NAME, command.target());
        commands.send(command, origin.by(by.capacity(command).actor()));
        return Outcome.done();
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
                return HrCommands.refused(refusal);
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

package no.oppfolging.platform.messagedesk;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.HR_OF_ORGANISATION;
import static no.oppfolging.platform.kernel.Role.HR;
import static no.oppfolging.platform.kernel.Role.OPERATOR;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageSkipped;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageTriedAgain;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MissingMessageGivenUp;
import no.oppfolging.platform.messagedesk.domain.MessageDecision;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;
import no.oppfolging.platform.messagedesk.write.MessageInHandShell;
import no.oppfolging.platform.messaging.ParkedMessages;
import no.oppfolging.platform.messaging.RefusedMessages;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.web.Navigation;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The desk of one service, at {@code <path>/messages} and {@code /api<path>/messages}. A service imports this, and adds
 * {@link #authority} to its table, {@link #events} to its catalogue and {@link #navigation} to its menu.
 */
@Configuration(proxyBeanMethods = false)
public class MessageDesk {
    /** The desks of the whole product, which lie behind one front door; each page leads to the others. */
    static final List<Navigation.Item> DESKS = List.of(
            new Navigation.Item("messages.of-cases", "/cases/messages"),
            new Navigation.Item("messages.of-meetings", "/meetings/messages"),
            new Navigation.Item("messages.of-plans", "/plans/messages"),
            new Navigation.Item("messages.of-notifications", "/notices/messages"));

    /** The lasting names of what the desk stores in a service's log. */
    public static EventCatalogue events(EventCatalogue catalogue) {
        return catalogue
                .with("MessageTriedAgain", MessageTriedAgain.class)
                .with("MissingMessageGivenUp", MissingMessageGivenUp.class)
                .with("MessageSkipped", MessageSkipped.class);
    }

    /** Who may see messages and decide about them: coordinates and reasons, never content. */
    public static Authority authority(String path) {
        var desk = path + "/messages";
        return Authority.table(
                Authority.visiting("GET " + desk, "GET /api" + desk + "/parked", "GET /api" + desk + "/refused")
                        .may(OPERATOR)
                        .may(HR)
                        .neverForOthers(),
                deciding(TryMessageAgain.class, desk, "retries"),
                deciding(SkipMessage.class, desk, "skips"),
                deciding(GoOnWithoutTheMissing.class, desk, "missing-given-up"));
    }

    private static Row deciding(Class<? extends MessageDecision> decision, String desk, String name) {
        return Authority.commanding(
                        decision, "POST " + desk + "/{messageId}/" + name, "POST /api" + desk + "/{messageId}/" + name)
                .may(OPERATOR)
                .may(HR, HR_OF_ORGANISATION)
                .neverForOthers();
    }

    /** The way to the desk, for those who may go there. */
    public static Stream<Navigation.Item> navigation(Caller caller, String path) {
        return caller.roles().contains(OPERATOR) || caller.roles().contains(HR)
                ? Stream.of(new Navigation.Item("navigation.messages", path + "/messages"))
                : Stream.empty();
    }

    @Bean
    AggregateShell messagesInHand() {
        return new AggregateShell(MessageInHandShell.class);
    }

    @Bean
    DecidedMessages decidedMessages(JdbcClient jdbc) {
        return new DecidedMessages(jdbc);
    }

    @Bean
    Subscriber whenDecidedDoIt(ParkedMessages parked, DecidedMessages decided) {
        return new WhenDecidedDoIt(parked, decided, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    Relations messageRelations(JdbcClient jdbc) {
        return new MessageRelations(jdbc);
    }

    @Bean
    MessageDecisions messageDecisions(Commands commands, ParkedMessages parked, DecidedMessages decided) {
        return new MessageDecisions(commands, parked, decided);
    }

    @Bean
    MessagesPage messagesPage(
            ParkedMessages parked,
            RefusedMessages refused,
            DecidedMessages decided,
            MessageDecisions decisions,
            ReadYourWrites writes,
            ThisService service,
            Sentences sentences,
            Clock clock) {
        return new MessagesPage(parked, refused, decided, decisions, writes, service, sentences, clock);
    }

    @Bean
    MessagesEndpoint messagesEndpoint(ParkedMessages parked, RefusedMessages refused, MessageDecisions decisions) {
        return new MessagesEndpoint(parked, refused, decisions);
    }
}

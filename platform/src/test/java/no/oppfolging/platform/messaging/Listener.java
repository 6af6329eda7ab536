package no.oppfolging.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A handler that remembers what it was handed, and answers as a test tells it to. */
final class Listener implements MessageHandler {
    private final Set<MessageType> types;
    private final List<Message> handled = new CopyOnWriteArrayList<>();
    private final Map<UUID, Function<Message, Outcome>> answers = new ConcurrentHashMap<>();

    Listener(String... types) {
        this.types = Stream.of(types).map(MessageType::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What it answers about a key, instead of having an effect. */
    void answer(UUID key, Function<Message, Outcome> answer) {
        answers.put(key, answer);
    }

    void takeEverythingAbout(UUID key) {
        answers.remove(key);
    }

    /** The messages that had their effect, in that order. */
    List<UUID> effectsOf(UUID key) {
        return about(key).stream().map(Message::id).toList();
    }

    List<Message> about(UUID key) {
        return handled.stream().filter(message -> message.key().equals(key)).toList();
    }

    @Override
    public String name() {
        return "test.listener";
    }

    @Override
    public Set<MessageType> types() {
        return types;
    }

    @Override
    public Outcome handle(Message message) {
        var outcome = answers.getOrDefault(message.key(), _ -> Outcome.done()).apply(message);
        if (outcome instanceof Outcome.Done) {
            handled.add(message);
        }
        return outcome;
    }
}

package no.oppfolging.local.story;

import java.util.Optional;

/** What is spoiled on purpose once the story has been told, so that one sees it being found. */
public sealed interface Breakage {
    /** One byte of a stored event, counted through the logs of all services in their order. */
    record Event(int number) implements Breakage {}

    /** A message on a topic, counted among those that are the first of their partition. */
    record Message(int number) implements Breakage {}

    /** {@code 7} is the seventh stored event, {@code m2} the second message that can be dropped. */
    static Optional<Breakage> parse(String text) {
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Optional.of(new Event(Integer.parseInt(text)));
        }
        if (text.matches("m[1-9][0-9]{0,3}")) {
            return Optional.of(new Message(Integer.parseInt(text.substring(1))));
        }
        return Optional.empty();
    }
}

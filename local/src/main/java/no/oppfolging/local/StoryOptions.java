package no.oppfolging.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.oppfolging.local.story.Breakage;

/**
 * How to tell the story.
 *
 * @param breakage what is spoiled on purpose
 * @param run where; what is kept in a folder can be told on after an accident, at the same port
 */
record StoryOptions(Optional<Breakage> breakage, RunOptions run) {
    private static final List<String> UNLESS_SAID = List.of("--port", "0", "--without-past");

    static StoryOptions parse(List<String> arguments) {
        var breakage = Optional.<Breakage>empty();
        var others = new ArrayList<>(UNLESS_SAID);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (!option.equals("--break")) {
                others.add(option);
            } else if (rest.hasNext()) {
                breakage = Optional.of(breakage(rest.next()));
            } else {
                throw new Complaint("--break needs a value.");
            }
        }
        return new StoryOptions(breakage, RunOptions.parse(others));
    }

    private static Breakage breakage(String value) {
        return Breakage.parse(value)
                .orElseThrow(() ->
                        new Complaint("--break needs the number of an event, such as 7, or of a message, such as m2."));
    }
}

package no.oppfolging.local.canaries;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands out a canary for each place where something is typed, and knows afterwards which was typed where. */
public final class Canaries {
    private final Map<String, String> words = new LinkedHashMap<>();

    /** The same place always gets the same one. */
    String typedAt(String place) {
        return words.computeIfAbsent(place, _ -> Canary.number(words.size() + 1).word());
    }

    Set<String> places() {
        return Set.copyOf(words.keySet());
    }

    /** Where a word was typed; more than one place where only a part of it could be read. */
    String placesOf(String word) {
        return words.entrySet().stream()
                .filter(typed -> typed.getValue().startsWith(word))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" or "));
    }
}

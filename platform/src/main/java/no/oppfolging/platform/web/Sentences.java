package no.oppfolging.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.platform.kernel.Refusal;
import org.springframework.context.MessageSource;

/** The sentences people read, from the message files; arguments stand in them by name, as in {@code {date}}. */
public final class Sentences {
    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** What the rule that said no tells a person; the rule's bare name where no sentence has been written. */
    public String of(Refusal refusal, Locale language) {
        return find("refusal." + refusal.rule(), refusal.arguments(), language).orElse(refusal.rule());
    }

    public String of(String key, Locale language) {
        return of(key, Map.of(), language);
    }

    /** @param arguments what stands in for each name in braces */
    public String of(String key, Map<String, String> arguments, Locale language) {
        return find(key, arguments, language).orElse(key);
    }

    /** The sentence of the first of the keys that has one. */
    public Optional<String> findAny(Locale language, String... keys) {
        return first(List.of(keys), Map.of(), language);
    }

    Optional<String> find(String key, Map<String, String> arguments, Locale language) {
        var sentence = messages.getMessage(key, null, null, language);
        if (sentence == null) {
            return Optional.empty();
        }
        for (var argument : arguments.entrySet()) {
            sentence = sentence.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return Optional.of(sentence);
    }

    Optional<String> first(List<String> keys, Map<String, String> arguments, Locale language) {
        return keys.stream()
                .flatMap(key -> find(key, arguments, language).stream())
                .findFirst();
    }
}

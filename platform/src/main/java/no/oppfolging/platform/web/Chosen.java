package no.oppfolging.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.ReadableText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What was chosen among a few, by the names its boxes send. */
public final class Chosen {
    private Chosen() {}

    /** The one that was chosen; empty, and said beside the field, where none was. */
    public static <E extends Enum<E>> Optional<E> one(
            Class<E> type, @Nullable String name, String field, Errors errors) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            errors.rejectValue(field, "form.choose");
        }
        return found;
    }

    public static <E extends Enum<E>> List<E> some(Class<E> type, @Nullable List<String> names) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> names != null && names.contains(one.name()))
                .toList();
    }

    public static String typed(@Nullable String text) {
        return text == null ? "" : ReadableText.of(text);
    }
}

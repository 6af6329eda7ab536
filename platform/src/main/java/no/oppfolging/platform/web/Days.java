package no.oppfolging.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Days as a browser's calendar sends them, or as people write them: 2026-03-17 or 17.3.2026. */
public final class Days {
    private static final DateTimeFormatter BY_HAND =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** The day that was meant; empty, and said beside the field, where that cannot be told. */
    public static Optional<LocalDate> read(@Nullable String text, String field, Errors errors) {
        var typed = text == null ? "" : text.strip();
        try {
            return Optional.of(typed.contains("-") ? LocalDate.parse(typed) : LocalDate.parse(typed, BY_HAND));
        } catch (DateTimeException e) {
            errors.rejectValue(field, typed.isEmpty() ? "NotBlank" : "form.day.unreadable");
            return Optional.empty();
        }
    }

    /** The same where nothing need be typed. */
    public static Optional<LocalDate> maybe(@Nullable String text, String field, Errors errors) {
        return text == null || text.isBlank() ? Optional.empty() : read(text, field, errors);
    }
}

package no.oppfolging.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Days as a browser's calendar sends them, or as people write them: 2026-03-17 or 17.3.2026. */
public final class Days {
    private static final DateTimeFormatter BY_HAND =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern WRITTEN_AS_A_DAY =
            Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    /** The day that was meant; empty, and said beside the field, where that cannot be told. */
    public static Optional<LocalDate> read(@Nullable String text, String field, Errors errors) {
        var typed = text == null ? "" : text.strip();
        try {
            var day = typed.contains("-") ? LocalDate.parse(typed) : LocalDate.parse(typed, BY_HAND);
            RequestTimes.mustBeOnACalendar(day.getYear());
            return Optional.of(day);
        } catch (DateTimeException e) {
            errors.rejectValue(field, faultOf(typed));
            return Optional.empty();
        }
    }

    private static String faultOf(String typed) {
        if (typed.isEmpty()) {
            return "NotBlank";
        }
        return WRITTEN_AS_A_DAY.matcher(typed).matches() ? "form.day.none" : "form.day.unreadable";
    }

    /** The same where nothing need be typed. */
    public static Optional<LocalDate> maybe(@Nullable String text, String field, Errors errors) {
        return text == null || text.isBlank() ? Optional.empty() : read(text, field, errors);
    }

    /** The instant that an address names, where it names one. */
    public static Optional<Instant> maybeInstant(@Nullable String text, String field, Errors errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RequestTimes.instant(text.strip()));
        } catch (DateTimeException e) {
            errors.rejectValue(field, "form.instant.unreadable");
            return Optional.empty();
        }
    }
}

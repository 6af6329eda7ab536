package no.oppfolging.local.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import no.oppfolging.platform.kernel.LegalDay;

/** Where somebody wants the clock to be; dates and times without a zone are Norwegian. */
sealed interface Wish {
    /** To an instant. */
    record To(Instant instant) implements Wish {}

    /** A number of days on, at the same time of the day. */
    record Days(int days) implements Wish {}

    /** To when something next falls due. */
    record NextDue() implements Wish {}

    /** Reads {@code to}, {@code days} or {@code next}, the first that is there. */
    static Wish read(Map<String, String> fields) {
        try {
            if (!fields.getOrDefault("to", "").isBlank()) {
                return new To(instant(fields.getOrDefault("to", "").strip()));
            }
            if (!fields.getOrDefault("days", "").isBlank()) {
                return new Days(Integer.parseInt(fields.getOrDefault("days", "").strip()));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new TimeRefused("clock-time-unreadable");
        }
        if (fields.containsKey("next")) {
            return new NextDue();
        }
        throw new TimeRefused("clock-time-unreadable");
    }

    default Instant from(Clockwork clock) {
        return switch (this) {
            case To(var instant) -> instant;
            case Days(var days) ->
                clock.now().atZone(LegalDay.NORWAY).plusDays(days).toInstant();
            case NextDue _ -> clock.nextDue().orElseThrow(() -> new TimeRefused("clock-nothing-falls-due"));
        };
    }

    private static Instant instant(String text) {
        if (text.length() == "2026-01-31".length()) {
            return LegalDay.begins(LocalDate.parse(text));
        }
        return text.endsWith("Z") || text.lastIndexOf('+') > 0
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(LegalDay.NORWAY).toInstant();
    }
}

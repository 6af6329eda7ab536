package no.oppfolging.cases.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.web.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When a page is asked to look back to (slik det sto), as its address says it. */
public record AsOf(@Nullable String on, @Nullable String knownAt) {
    static final String TYPED = "time";

    /** The instant, or the end of the day; now where neither is said, or, as is said on the page, cannot be read. */
    Instant read(Errors faults, Instant now) {
        return Days.maybeInstant(knownAt, "knownAt", faults)
                .or(() -> Days.maybe(on, "on", faults).map(AsOf::endOf))
                .orElse(now);
    }

    private static Instant endOf(LocalDate day) {
        return LegalDay.begins(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}

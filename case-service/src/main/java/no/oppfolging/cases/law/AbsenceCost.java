package no.oppfolging.cases.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a day of absence costs the employer (kostnad per fraværsdag), as the employer has reckoned it and from when.
 *
 * <p>No figure is ours. An old one is told with its date and never as today's: NHO's 1 900 kroner is from 2012.
 */
@ConfigurationProperties("oppfolging.cases.absence-cost")
public record AbsenceCost(@DefaultValue List<PerDay> perDay) {
    private static final int YEARS_IT_HOLDS = 2;
    private static final int MOST = 100_000;

    public AbsenceCost {
        perDay = List.copyOf(perDay);
        if (perDay.stream().map(PerDay::from).distinct().count() != perDay.size()) {
            throw new WrongLaw("Two costs of a day of absence hold from the same day.");
        }
    }

    /** As it is written: {@code per-day[0].from}, {@code per-day[0].kroner}, {@code per-day[0].source}. */
    public record PerDay(
            LocalDate from, int kroner, @DefaultValue("") String source) {
        public PerDay {
            if (kroner < 1 || kroner > MOST || source.isBlank()) {
                throw new WrongLaw("A cost of a day of absence has 1 to 100 000 kroner and says where it is from.");
            }
        }
    }

    /** What holds on a day, if it was reckoned lately enough. */
    public Optional<PerDay> on(LocalDate day) {
        return known(day)
                .filter(cost -> cost.from().isAfter(day.minusYears(YEARS_IT_HOLDS)))
                .max(Comparator.comparing(PerDay::from));
    }

    /** The last that was reckoned, however long ago, where none holds. */
    public Optional<PerDay> lastKnown(LocalDate day) {
        return on(day).isPresent() ? Optional.empty() : known(day).max(Comparator.comparing(PerDay::from));
    }

    private Stream<PerDay> known(LocalDate day) {
        return perDay.stream().filter(cost -> !cost.from().isAfter(day));
    }
}

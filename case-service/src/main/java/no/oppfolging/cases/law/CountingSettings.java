package no.oppfolging.cases.law;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.domain.OwnDates.OwnDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what days are counted, besides the law this version knows.
 *
 * @param ruleSets a folder with more rule sets: a new law, before there is a new version
 * @param ownDates the employer's own dates; never shown as the law's
 */
@ConfigurationProperties("oppfolging.cases")
public record CountingSettings(
        @Nullable Path ruleSets, @DefaultValue List<Own> ownDates) {
    private static final int LONGEST_NAME = 60;
    private static final int LAST_DAY = 365;

    /** As it is written: {@code own-dates[0].name}, {@code own-dates[0].days}. */
    public record Own(@DefaultValue("") String name, int days) {}

    public Optional<Path> moreRuleSets() {
        return Optional.ofNullable(ruleSets);
    }

    /** @throws WrongLaw when one has no name, the name of another, or no sensible number of days */
    public OwnDates own() {
        var names = new HashSet<String>();
        for (var own : ownDates) {
            if (own.name().isBlank() || own.name().length() > LONGEST_NAME) {
                throw new WrongLaw("One of the employer's own dates has no name of 1 to 60 letters.");
            }
            if (!names.add(own.name())) {
                throw new WrongLaw("Two of the employer's own dates are called " + own.name() + ".");
            }
            if (own.days() < 1 || own.days() > LAST_DAY) {
                throw new WrongLaw("The employer's own date " + own.name() + " is not within 1 to 365 days.");
            }
        }
        return new OwnDates(ownDates.stream()
                .map(own -> new OwnDate(own.name(), own.days()))
                .toList());
    }
}

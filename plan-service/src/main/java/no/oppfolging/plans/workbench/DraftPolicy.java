package no.oppfolging.plans.workbench;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a draft is kept after it was written on last.
 *
 * @param keptFor four months unless the employer decides otherwise
 */
@ConfigurationProperties("oppfolging.plans.drafts")
public record DraftPolicy(@DefaultValue("120d") Duration keptFor) {
    public DraftPolicy {
        if (!keptFor.isPositive()) {
            throw new IllegalArgumentException("oppfolging.plans.drafts.kept-for must be longer than nothing");
        }
    }
}

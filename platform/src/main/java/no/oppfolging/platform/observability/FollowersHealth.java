package no.oppfolging.platform.observability;

import java.util.ArrayList;
import no.oppfolging.platform.eventlog.Failures;
import no.oppfolging.platform.eventlog.Followers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether everything that follows the log goes on: views, automations, and the publisher. */
final class FollowersHealth implements HealthIndicator {
    private final Followers followers;
    private final Failures failures;

    FollowersHealth(Followers followers, Failures failures) {
        this.followers = followers;
        this.failures = failures;
    }

    /** Why one stands still is in the service's own log: an error's text may say too much here. */
    @Override
    public Health health() {
        var missing = new ArrayList<String>();
        if (!followers.isRunning()) {
            missing.add("Nothing follows the event log.");
        }
        failures.standing().keySet().stream()
                .sorted()
                .map(follower -> "The follower " + follower + " stands still because of an error.")
                .forEach(missing::add);
        return Missing.down(missing);
    }
}

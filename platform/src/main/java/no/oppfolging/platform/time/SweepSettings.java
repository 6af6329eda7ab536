package no.oppfolging.platform.time;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service looks after what falls due by itself.
 *
 * @param between how long it rests from one look to the next, in real time
 */
@ConfigurationProperties("oppfolging.sweeps")
public record SweepSettings(@DefaultValue("1s") Duration between) {}

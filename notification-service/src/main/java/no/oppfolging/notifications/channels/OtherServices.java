package no.oppfolging.notifications.channels;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the owners of what notices are about answer. */
@ConfigurationProperties("oppfolging.services")
public record OtherServices(
        @DefaultValue Meetings meetings, @DefaultValue Plans plans) {
    /** Where meeting-service answers. */
    public record Meetings(
            @DefaultValue("http://localhost:8082") URI url) {}

    /** Where plan-service answers. */
    public record Plans(
            @DefaultValue("http://localhost:8083") URI url) {}
}

package no.oppfolging.platform.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one origin under which browsers see all services (inngangsdør).
 *
 * @param url its address, without a path
 */
@ConfigurationProperties("oppfolging.front-door")
public record FrontDoor(
        @DefaultValue("http://localhost:8080") URI url) {
    boolean isSecure() {
        return "https".equals(url.getScheme());
    }
}

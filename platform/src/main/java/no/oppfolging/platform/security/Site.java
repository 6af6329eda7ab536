package no.oppfolging.platform.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one origin under which browsers see all services.
 *
 * @param origin of the front door
 */
@ConfigurationProperties("oppfolging.site")
public record Site(@DefaultValue("http://localhost:8080") URI origin) {
    boolean isSecure() {
        return "https".equals(origin.getScheme());
    }
}

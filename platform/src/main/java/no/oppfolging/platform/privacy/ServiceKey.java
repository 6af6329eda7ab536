package no.oppfolging.platform.privacy;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's own key, which wraps the keys of persons: 32 bytes in Base64 under {@code oppfolging.keys.service-key}.
 *
 * <p>It comes from outside the database, so that a copy of the database alone opens nothing.
 */
@ConfigurationProperties("oppfolging.keys")
public record ServiceKey(String serviceKey) {
    public ServiceKey {
        if (bytesOf(serviceKey).length != 32) {
            throw new IllegalArgumentException("oppfolging.keys.service-key must be 32 bytes in Base64");
        }
    }

    byte[] bytes() {
        return bytesOf(serviceKey);
    }

    private static byte[] bytesOf(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package no.oppfolging.platform.privacy;

import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's own key, which wraps the keys of persons: 32 bytes in Base64 under {@code oppfolging.keys.service-key}.
 *
 * <p>It comes from outside the database, so that a copy of the database alone opens nothing.
 */
@ConfigurationProperties("oppfolging.keys")
public record ServiceKey(String serviceKey) {
    private static final Pattern THIRTY_TWO_BYTES = Pattern.compile("[A-Za-z0-9+/]{43}=?");

    public ServiceKey {
        if (!THIRTY_TWO_BYTES
                .matcher(Objects.requireNonNullElse(serviceKey, ""))
                .matches()) {
            throw new IllegalArgumentException("oppfolging.keys.service-key must be 32 bytes in Base64");
        }
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(serviceKey);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package no.oppfolging.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

    /** By which a text is recognised and, without this key, never guessed: HMAC-SHA256, in Base64 for URLs. */
    public String hashOf(String text) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
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

package no.oppfolging.platform.privacy;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes salts nobody can guess, so that a digest tells nothing of a text whose salt has been erased. */
public final class Salts {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits in base64url. */
    public String next() {
        var salt = new byte[BYTES];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }
}

package no.oppfolging.platform.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 by which bytes are recognised after they are forgotten. */
public final class Hash {
    private Hash() {}

    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package no.oppfolging.platform.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a sign-in is kept: recognised when it comes, and not to be read. */
final class SignInHash {
    private SignInHash() {}

    static String of(String issuer, String subject) {
        try {
            var signIn = (issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signIn));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

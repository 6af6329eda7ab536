package no.oppfolging.plans.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of exactly one version of a plan (fingeravtrykk): SHA-256, in lower-case hexadecimal. */
public record PlanDigest(String sha256) {
    public PlanDigest {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A digest is 64 hexadecimal digits");
        }
    }

    static PlanDigest of(String canonicalJson) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(canonicalJson.getBytes(StandardCharsets.UTF_8));
            return new PlanDigest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}

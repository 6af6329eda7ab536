package no.oppfolging.platform.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with a fresh random nonce of 96 bits before the ciphertext. */
final class AesGcm {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NONCES_AT_ONCE = 32;
    private static final SecretKey NOBODYS_KEY = keyOf(new byte[32]);
    private static final GCMParameterSpec NOBODYS_NONCE = new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]);

    private final SecureRandom random = new SecureRandom();
    private final Deque<Bench> idle = new ConcurrentLinkedDeque<>();

    byte[] newKey() {
        var key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    static SecretKey keyOf(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** Nonce and ciphertext, after so many bytes that are left free. */
    byte[] seal(SecretKey key, byte[] clear, byte[] associated, int free) {
        var bench = bench();
        try {
            var cipher = bench.cipher;
            var sealed = new byte[free + NONCE_BYTES + clear.length + TAG_BITS / 8];
            bench.putNonce(sealed, free);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, free, NONCE_BYTES));
            cipher.updateAAD(associated);
            cipher.doFinal(clear, 0, clear.length, sealed, free + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text could not be sealed", e);
        } finally {
            putBack(bench);
        }
    }

    /** Opens what stands after so many bytes that are not part of it. */
    byte[] open(SecretKey key, byte[] sealed, int free, byte[] associated) {
        var bench = bench();
        try {
            var cipher = bench.cipher;
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, free, NONCE_BYTES));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, free + NONCE_BYTES, sealed.length - free - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text does not open in this place or under this key", e);
        } finally {
            putBack(bench);
        }
    }

    /** A cipher remembers its last key: it is given another, that opens nothing, before it waits. */
    private void putBack(Bench bench) {
        try {
            bench.cipher.init(Cipher.DECRYPT_MODE, NOBODYS_KEY, NOBODYS_NONCE);
            idle.push(bench);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every AES-GCM takes a key of 256 bits", e);
        }
    }

    private Bench bench() {
        var bench = idle.poll();
        return bench == null ? new Bench() : bench;
    }

    /** What one text at a time is worked on with: a cipher, dear to make, and randomness fetched for many nonces. */
    private final class Bench {
        private final Cipher cipher = cipher();
        private final byte[] nonces = new byte[NONCES_AT_ONCE * NONCE_BYTES];
        private int used = nonces.length;

        void putNonce(byte[] into, int at) {
            if (used == nonces.length) {
                random.nextBytes(nonces);
                used = 0;
            }
            System.arraycopy(nonces, used, into, at, NONCE_BYTES);
            Arrays.fill(nonces, used, used + NONCE_BYTES, (byte) 0);
            used += NONCE_BYTES;
        }

        private static Cipher cipher() {
            try {
                return Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has AES-GCM", e);
            }
        }
    }
}

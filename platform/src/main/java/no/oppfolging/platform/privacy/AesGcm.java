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

/**
 * AES-256-GCM (NIST SP 800-38D) under one key, with a nonce of 96 random bits and a tag of 128. Ciphers that have been
 * set up for the key, which is dear, wait beside it for the next text, and are gone from memory when it is.
 */
final class AesGcm {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Nonces NONCES = new Nonces();

    private final SecretKey key;
    private final Deque<Cipher> idle = new ConcurrentLinkedDeque<>();

    private AesGcm(SecretKey key) {
        this.key = key;
    }

    /** @param key 32 bytes */
    static AesGcm under(byte[] key) {
        return new AesGcm(new SecretKeySpec(key, "AES"));
    }

    static byte[] newKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Nonce and ciphertext, after so many bytes that are left free. */
    byte[] seal(byte[] clear, byte[] associated, int free) {
        var cipher = cipher();
        try {
            var sealed = new byte[free + NONCE_BYTES + clear.length + TAG_BITS / 8];
            NONCES.put(sealed, free);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, free, NONCE_BYTES));
            cipher.updateAAD(associated);
            cipher.doFinal(clear, 0, clear.length, sealed, free + NONCE_BYTES);
            idle.push(cipher);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text could not be sealed", e);
        }
    }

    /** Opens what stands after so many bytes that are not part of it. */
    byte[] open(byte[] sealed, int free, byte[] associated) {
        var cipher = cipher();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, free, NONCE_BYTES));
            cipher.updateAAD(associated);
            var clear = cipher.doFinal(sealed, free + NONCE_BYTES, sealed.length - free - NONCE_BYTES);
            idle.push(cipher);
            return clear;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text does not open in this place or under this key", e);
        }
    }

    private Cipher cipher() {
        var waiting = idle.poll();
        if (waiting != null) {
            return waiting;
        }
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** Randomness fetched for many nonces at once; each is used once and wiped. */
    private static final class Nonces {
        private static final int AT_ONCE = 32;
        private final Deque<Batch> idle = new ConcurrentLinkedDeque<>();

        void put(byte[] into, int at) {
            var waiting = idle.poll();
            var batch = waiting == null ? new Batch() : waiting;
            batch.put(into, at);
            idle.push(batch);
        }

        private static final class Batch {
            private final byte[] nonces = new byte[AT_ONCE * NONCE_BYTES];
            private int used = nonces.length;

            void put(byte[] into, int at) {
                if (used == nonces.length) {
                    RANDOM.nextBytes(nonces);
                    used = 0;
                }
                System.arraycopy(nonces, used, into, at, NONCE_BYTES);
                Arrays.fill(nonces, used, used + NONCE_BYTES, (byte) 0);
                used += NONCE_BYTES;
            }
        }
    }
}

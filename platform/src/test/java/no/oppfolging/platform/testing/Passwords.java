package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords made up once, and kept in a file beside the data they open. */
public final class Passwords {
    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    public Passwords(Path folder) {
        this.file = folder.resolve("passwords.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public synchronized String of(String name) {
        var password = known.getProperty(name);
        return password == null ? invent(name) : password;
    }

    /** 32 bytes to encrypt with, in Base64. */
    public synchronized String key(String name) {
        var key = known.getProperty(name);
        return key == null ? keep(name, Base64.getEncoder().encodeToString(randomBytes(32))) : key;
    }

    private String invent(String name) {
        return keep(name, Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(24)));
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String keep(String name, String password) {
        known.setProperty(name, password);
        try {
            OwnerOnly.createFile(file);
            try (var writer = Files.newBufferedWriter(file)) {
                known.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return password;
    }
}

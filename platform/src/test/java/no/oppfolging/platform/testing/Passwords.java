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

    private String invent(String name) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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

package no.oppfolging.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/** The one folder that everything lies in: kept when the user named it, else gone with the program. */
final class DataFolder implements AutoCloseable {
    private static final String PORT = "port";

    private final Path root;
    private final boolean kept;
    private final FileChannel lock;

    private DataFolder(Path root, boolean kept, FileChannel lock) {
        this.root = root;
        this.kept = kept;
        this.lock = lock;
    }

    static DataFolder open(Optional<Path> named) {
        var root = named.map(DataFolder::make).orElseGet(DataFolder::temporary);
        return new DataFolder(root, named.isPresent(), lock(root));
    }

    /** The port of the front door that what lies in a folder belongs to; empty when it is new. */
    static Optional<Integer> portOf(Optional<Path> named) {
        return named.map(root -> root.resolve(PORT)).filter(Files::isReadable).map(DataFolder::number);
    }

    void belongsTo(int port) {
        try {
            Files.writeString(root.resolve(PORT), Integer.toString(port));
        } catch (IOException e) {
            throw unwritable(root);
        }
    }

    boolean isKept() {
        return kept;
    }

    Path root() {
        return root;
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (!kept) {
                delete(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Integer number(Path file) {
        try {
            return Integer.valueOf(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            throw new Complaint("The file " + file + " does not tell a port; choose another folder with --data.");
        }
    }

    private static Path make(Path root) {
        try {
            return Files.createDirectories(root);
        } catch (IOException e) {
            throw unwritable(root);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("oppfolging-");
        } catch (IOException e) {
            throw unwritable(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }

    private static FileChannel lock(Path root) {
        try {
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(root);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw inUse(root);
        } catch (IOException e) {
            throw unwritable(root);
        }
    }

    private static Complaint inUse(Path root) {
        return new Complaint("The folder " + root + " is in use by another Oppfølging that runs.");
    }

    private static Complaint unwritable(Path folder) {
        return new Complaint("The folder " + folder + " cannot be written to; choose another with --data.");
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

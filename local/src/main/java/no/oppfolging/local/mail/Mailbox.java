package no.oppfolging.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every mail that was caught, each a file as it came; on disk before the sender hears that it was taken. */
final class Mailbox {
    private final Path folder;
    private final Clock clock;
    private final ConcurrentSkipListMap<Integer, CaughtMail> mails = new ConcurrentSkipListMap<>();

    Mailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try (var files = Files.newDirectoryStream(folder, "*.eml")) {
            for (var file : files) {
                var id = Integer.parseInt(file.getFileName().toString().replace(".eml", ""));
                var receivedAt = Files.getLastModifiedTime(file).toInstant();
                mails.put(id, CaughtMail.read(id, receivedAt, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(byte[] bytes) throws IOException {
        var id = mails.isEmpty() ? 1 : mails.lastKey() + 1;
        var now = clock.instant();
        var arriving = folder.resolve("arriving");
        try (var channel = FileChannel.open(
                arriving, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.setLastModifiedTime(arriving, FileTime.from(now));
        Files.move(arriving, folder.resolve("%06d.eml".formatted(id)), StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, CaughtMail.read(id, now, bytes));
    }

    List<CaughtMail> newestFirst() {
        return mails.values().stream()
                .sorted(Comparator.comparingInt(CaughtMail::id).reversed())
                .toList();
    }

    Optional<CaughtMail> find(int id) {
        return Optional.ofNullable(mails.get(id));
    }
}

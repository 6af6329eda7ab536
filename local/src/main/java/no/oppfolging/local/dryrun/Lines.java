package no.oppfolging.local.dryrun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes; of a line that is too long for any message only the beginning is kept. */
final class Lines implements AutoCloseable {
    /**
     * The largest message, the carriage return after it, and one byte more, so that the door sees what is too large.
     */
    private static final int MOST_BYTES = 64 * 1024 + 2;

    private final InputStream file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    Lines(Path file) throws IOException {
        this.file = Files.newInputStream(file);
    }

    /** Which line the last one was, from 1. */
    long number() {
        return number;
    }

    /** The next line that is not blank; null after the last. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            line.reset();
            var ended = readLine();
            number++;
            var whole = withoutCarriageReturn(line.toByteArray());
            var bytes = number == 1 ? withoutByteOrderMark(whole) : whole;
            if (!isBlank(bytes)) {
                return bytes;
            }
            if (ended) {
                return null;
            }
        }
    }

    /** Whether the file has ended. */
    private boolean readLine() throws IOException {
        while (fill()) {
            var end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, Math.min(end - from, MOST_BYTES - line.size()));
            from = end + 1;
            if (end < to) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is more to read. */
    private boolean fill() throws IOException {
        if (from >= to) {
            from = 0;
            to = file.read(buffer);
        }
        return to > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        for (var one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private static byte[] withoutCarriageReturn(byte[] bytes) {
        var last = bytes.length - 1;
        return last >= 0 && bytes[last] == '\r' ? Arrays.copyOf(bytes, last) : bytes;
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        var marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package no.oppfolging.local.dryrun;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Records of any number, in the order of their bytes and each of them once: held in memory while they are few, else in
 * runs in a folder that is merged as it is read.
 */
final class Sorted implements AutoCloseable {
    private static final int MOST_BYTES_HELD = 24 << 20;
    private static final int BESIDES_ITS_BYTES = 24;

    private final Path folder;
    private final String name;
    private final int mostBytesHeld;
    private final List<byte[]> held = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private final List<Run> open = new ArrayList<>();
    private int bytesHeld;

    Sorted(Path folder, String name) {
        this(folder, name, MOST_BYTES_HELD);
    }

    Sorted(Path folder, String name, int mostBytesHeld) {
        this.folder = folder;
        this.name = name;
        this.mostBytesHeld = mostBytesHeld;
    }

    void add(byte[] record) throws IOException {
        held.add(record);
        bytesHeld += record.length + BESIDES_ITS_BYTES;
        if (bytesHeld >= mostBytesHeld) {
            writeRun();
        }
    }

    private void writeRun() throws IOException {
        var run = folder.resolve(name + "-" + runs.size());
        held.sort(Arrays::compareUnsigned);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
            out.writeInt(held.size());
            for (var record : held) {
                out.writeInt(record.length);
                out.write(record);
            }
        }
        runs.add(run);
        held.clear();
        bytesHeld = 0;
    }

    /** All of them, to be gone through once. */
    Iterator<byte[]> inOrder() throws IOException {
        held.sort(Arrays::compareUnsigned);
        var sources = new PriorityQueue<Source>((a, b) -> Arrays.compareUnsigned(a.next, b.next));
        begin(held.iterator(), sources);
        for (var run : runs) {
            var opened = new Run(run);
            open.add(opened);
            begin(opened, sources);
        }
        return new Merged(sources);
    }

    private static void begin(Iterator<byte[]> records, PriorityQueue<Source> sources) {
        if (records.hasNext()) {
            sources.add(new Source(records));
        }
    }

    @Override
    public void close() throws IOException {
        for (var run : open) {
            run.close();
        }
    }

    /** Where records come from in order, and the next of them. */
    private static final class Source {
        private final Iterator<byte[]> records;
        private byte[] next;

        Source(Iterator<byte[]> records) {
            this.records = records;
            this.next = records.next();
        }

        boolean moves() {
            if (!records.hasNext()) {
                return false;
            }
            next = records.next();
            return true;
        }
    }

    private static final class Merged implements Iterator<byte[]> {
        private final PriorityQueue<Source> sources;
        private byte @Nullable [] next;

        Merged(PriorityQueue<Source> sources) {
            this.sources = sources;
            this.next = take();
        }

        private byte @Nullable [] take() {
            var first = sources.poll();
            if (first == null) {
                return null;
            }
            var taken = first.next;
            if (first.moves()) {
                sources.add(first);
            }
            return taken;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            var given = next;
            if (given == null) {
                throw new NoSuchElementException();
            }
            next = take();
            while (next != null && Arrays.equals(given, next)) {
                next = take();
            }
            return given;
        }
    }

    /** A run as it lies in the folder. */
    private static final class Run implements Iterator<byte[]>, AutoCloseable {
        private final DataInputStream in;
        private int left;
        private byte @Nullable [] next;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            left = in.readInt();
            next = read();
        }

        private byte @Nullable [] read() {
            try {
                return left-- > 0 ? in.readNBytes(in.readInt()) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            var given = next;
            if (given == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return given;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

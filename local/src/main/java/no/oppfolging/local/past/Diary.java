package no.oppfolging.local.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Scanner;

/** Notes in a data folder how far the past has been told, so that a start that was killed goes on from there. */
public final class Diary {
    private final Path file;

    public Diary(Path folder) {
        file = folder.resolve("told");
    }

    /**
     * How far it has been told.
     *
     * @param today the day that all others are counted from, also when a later start goes on
     * @param begins the first day
     * @param told the last day that has been told; before the first one, nothing has
     */
    record Entry(LocalDate today, int begins, int told) {
        boolean isOver() {
            return told >= Past.TODAY;
        }

        boolean isBlank() {
            return told < begins;
        }
    }

    /** Whether nothing has been told, even where it is noted when it begins. */
    public boolean isBlank() {
        return !isBegun() || read().isBlank();
    }

    /** Whether it is noted when it begins. */
    public boolean isBegun() {
        return Files.exists(file);
    }

    void begin(LocalDate today, int begins) {
        write(new Entry(today, begins, begins - 1));
    }

    void note(int told) {
        var before = read();
        write(new Entry(before.today(), before.begins(), told));
    }

    /** An empty page is of a time when everything was told at once. */
    Entry read() {
        try (var words = new Scanner(Files.readString(file))) {
            return words.hasNext()
                    ? new Entry(LocalDate.parse(words.next()), words.nextInt(), words.nextInt())
                    : new Entry(LocalDate.EPOCH, Past.TODAY, Past.TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Entry entry) {
        try {
            var next = Files.writeString(
                    file.resolveSibling("next"), "%s %d %d".formatted(entry.today(), entry.begins(), entry.told()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

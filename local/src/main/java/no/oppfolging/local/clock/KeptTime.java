package no.oppfolging.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import no.oppfolging.platform.time.MovableClock;

/** How far the product's clock is ahead of the real one, or behind it, kept from one run to the next. */
public final class KeptTime {
    private final Path file;

    public KeptTime(Path folder) {
        file = folder.resolve("ahead");
    }

    /** A clock that goes on from where it was. */
    public MovableClock clock(Clock real) {
        return new MovableClock(real, ahead());
    }

    /** Whether it was never kept, so that a clock may begin when it likes. */
    public boolean isNew() {
        return !Files.exists(file);
    }

    private Duration ahead() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void keep(Duration ahead) {
        try {
            var next = Files.writeString(file.resolveSibling("next"), ahead.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

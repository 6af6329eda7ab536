package no.oppfolging.local.canaries;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Everything the product logs as it does at work, in a file, and nowhere else. */
public final class WrittenLog implements AutoCloseable {
    private final FileAppender<ILoggingEvent> file = new FileAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Appender<ILoggingEvent> console = root.getAppender("console");

    public WrittenLog(Path path) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%d %level %logger %msg %ex%n");
        encoder.start();
        file.setContext(root.getLoggerContext());
        file.setFile(path.toString());
        file.setEncoder(encoder);
        file.start();
        root.detachAppender(console);
        root.addAppender(file);
        root.setLevel(Level.INFO);
    }

    @Override
    public void close() {
        root.setLevel(level);
        root.detachAppender(file);
        root.addAppender(console);
        file.stop();
    }
}

package no.oppfolging.platform.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.testing.Database;

/**
 * A JVM of its own that appends to a few streams until it is killed, and writes every acknowledged command to its
 * output.
 */
final class WriterProcess {
    private static final int THREADS = 6;
    private static final int STREAMS = 10;

    private WriterProcess() {}

    /** Starts one on the database, whose log is there already. */
    static Process start(Database database) throws java.io.IOException {
        var command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WriterProcess.class.getName());
        command.environment()
                .put(
                        "WRITER_DATABASE",
                        String.join(
                                " ",
                                database.url(),
                                database.ownerUsername(),
                                database.ownerPassword(),
                                database.appUsername(),
                                database.appPassword()));
        return command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    static void main() {
        var given = System.getenv("WRITER_DATABASE").split(" ", -1);
        var log = BareLog.joined(new Database(given[0], given[1], given[2], given[3], given[4]), Clock.systemUTC());
        for (var i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> appendUntilKilled(log));
        }
    }

    /** The streams that all writers share. */
    static List<UUID> streams() {
        var streams = new ArrayList<UUID>();
        for (var i = 0; i < STREAMS; i++) {
            streams.add(UUID.nameUUIDFromBytes(("stream " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return streams;
    }

    private static void appendUntilKilled(BareLog log) {
        var streams = streams();
        var versions = new java.util.HashMap<UUID, Long>();
        while (true) {
            var stream = streams.get(ThreadLocalRandom.current().nextInt(STREAMS));
            var request = BareLog.after(stream, versions.getOrDefault(stream, 0L), 1);
            switch (answerTo(log, request)) {
                case Lost lost -> versions.put(stream, lost.actual());
                case Stored done -> acknowledge(request, versions, done.answer());
                case AnsweredBefore before -> acknowledge(request, versions, before.answer());
            }
        }
    }

    private static Outcome answerTo(BareLog log, AppendRequest request) {
        while (true) {
            try {
                return log.append(request);
            } catch (OutcomeUnknown | LogUnavailable gone) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static void acknowledge(AppendRequest request, java.util.Map<UUID, Long> versions, Answer answer) {
        versions.put(answer.stream(), answer.version());
        System.out.println(
                request.commandId().value() + " " + answer.stream() + " " + answer.version() + " " + answer.position());
    }
}

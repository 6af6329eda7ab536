package no.oppfolging.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.oppfolging.local.accidents.Accident;

/** The program in a JVM of its own, as somebody starts it from a command line. */
final class Program implements AutoCloseable {
    private static final String READY = "Oppfølging is ready: ";
    private static final String BINARIES = "oppfolging.postgres.binaries";

    private final Process process;
    private final Path temporary;
    private final BufferedReader output;

    private Program(Process process, Path temporary) {
        this.process = process;
        this.temporary = temporary;
        this.output = process.inputReader(UTF_8);
    }

    /** @param temporary where it puts what it does not keep */
    static Program start(Path temporary, String... arguments) throws IOException {
        return new Program(started(temporary, Optional.empty(), arguments), temporary);
    }

    /** One that will have an accident. */
    static Program startTo(Accident accident, Path temporary, String... arguments) throws IOException {
        return new Program(started(temporary, Optional.of(accident.option()), arguments), temporary);
    }

    private static Process started(Path temporary, Optional<String> option, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmn300m",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary));
        Optional.ofNullable(System.getProperty(BINARIES))
                .ifPresent(folder -> command.add("-D" + BINARIES + "=" + folder));
        option.ifPresent(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Oppfolging.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    long pid() {
        return process.pid();
    }

    /** Nothing when it has ended. */
    Optional<String> nextLine() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** The address of its front door. */
    URI awaitReady() throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("It never became ready: " + said);
    }

    /** Everything it says from now on. */
    String rest() throws IOException {
        return output.readAllAsString().strip();
    }

    String complaint() throws IOException {
        try (var errors = process.errorReader(UTF_8)) {
            return errors.readAllAsString().strip();
        }
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** As Ctrl-C does. */
    void stop() throws Exception {
        process.toHandle().destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(rest()).endsWith("Stopped.");
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    List<ProcessHandle> servers() {
        return serversIn(temporary).stream()
                .filter(other -> other.pid() != process.pid())
                .toList();
    }

    /** PostgreSQL is no child of the JVM's, but its command names the folder it lives in. */
    static List<ProcessHandle> serversIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    static void mustEnd(List<ProcessHandle> processes) {
        for (var process : processes) {
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

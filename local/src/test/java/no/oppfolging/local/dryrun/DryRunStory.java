package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.oppfolging.local.Oppfolging;
import no.oppfolging.platform.testing.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as an HR system's people start it. */
class DryRunStory {
    @TempDir
    private Path temporary;

    @Test
    @Shows(
            value = {"D-24", "D-28"},
            at = "dry-run")
    void a_feed_is_tried_out_and_nothing_is_left_behind() throws Exception {
        var feed = ConformanceTest.KIT.resolve("refusals.jsonl").toString();
        var program = start("dry-run", feed, "--as-of", "2026-06-17", "--json");
        try (var output = program.inputReader(UTF_8);
                var errors = program.errorReader(UTF_8)) {
            assertThat(output.readAllAsString()).isEqualTo(ConformanceTest.expected("refusals"));
            assertThat(errors.readAllAsString()).contains("Line 19 is refused: message-not-json");
            assertThat(program.waitFor()).isZero();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_followed_is_told_in_one_sentence() throws Exception {
        var program = start("dry-run", "nowhere.jsonl");
        try (var errors = program.errorReader(UTF_8)) {
            assertThat(errors.readAllAsString().strip()).isEqualTo("There is no file nowhere.jsonl.");
            assertThat(program.waitFor()).isEqualTo(2);
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Oppfolging.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}

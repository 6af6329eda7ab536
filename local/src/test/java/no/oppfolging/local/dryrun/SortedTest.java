package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedTest {
    @TempDir
    private Path folder;

    @Test
    void gives_each_record_once_and_in_order_however_many_runs_there_are() throws IOException {
        var random = new Random(1);
        var expected = new TreeSet<String>();
        var given = new ArrayList<String>();
        try (var sorted = new Sorted(folder, "words", 500)) {
            for (var i = 0; i < 1_000; i++) {
                var word = "word-" + random.nextInt(700);
                expected.add(word);
                sorted.add(word.getBytes(UTF_8));
            }
            sorted.inOrder().forEachRemaining(record -> given.add(new String(record, UTF_8)));
        }

        assertThat(given).containsExactlyElementsOf(expected);
        try (var runs = Files.list(folder)) {
            assertThat(runs).hasSizeGreaterThan(10);
        }
    }

    @Test
    void holds_few_records_in_memory() throws IOException {
        try (var sorted = new Sorted(folder, "words")) {
            sorted.add(new byte[] {2});
            sorted.add(new byte[] {-1});
            sorted.add(new byte[] {1});

            assertThat(sorted.inOrder()).toIterable().containsExactly(new byte[] {1}, new byte[] {2}, new byte[] {-1});
        }
        assertThat(folder).isEmptyDirectory();
    }
}

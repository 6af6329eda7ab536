package no.oppfolging.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.ContractFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance kit under {@code contracts/conformance/}: what each feed comes to on 17 June 2026. */
class ConformanceTest {
    static final Path KIT = new ContractFiles().folder().resolve("conformance");

    @TempDir
    private Path temporary;

    static Stream<String> feeds() throws IOException {
        try (var files = Files.list(KIT)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.substring(0, name.length() - ".jsonl".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_feed_gives_the_expected_cases(String feed) throws IOException {
        assertThat(Trial.of(KIT.resolve(feed + ".jsonl")).json()).isEqualTo(expected(feed));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void shuffled_and_with_every_message_doubled_it_gives_the_same_byte_for_byte(String feed) throws IOException {
        var lines = Files.readAllLines(KIT.resolve(feed + ".jsonl"));
        for (var seed = 0; seed < 5; seed++) {
            var doubled = new ArrayList<>(lines);
            doubled.addAll(lines);
            Collections.shuffle(doubled, new Random(seed));

            assertThat(Trial.of(Files.write(temporary.resolve("feed.jsonl"), doubled))
                            .json())
                    .isEqualTo(expected(feed));
        }
    }

    static String expected(String feed) throws IOException {
        return Files.readString(KIT.resolve(feed + ".expected.json"));
    }
}

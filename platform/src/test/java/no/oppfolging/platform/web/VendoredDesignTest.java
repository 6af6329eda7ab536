package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredDesignTest {
    private static final Path LOCK = Path.of("design", "vendored.sha256");
    private static final Path FILES = Path.of("src", "main", "resources", "static", "design");

    @Test
    void is_byte_for_byte_what_was_fetched_and_nothing_else() throws Exception {
        var locked = new TreeMap<String, String>();
        for (var line : Files.readAllLines(LOCK)) {
            if (!line.startsWith("#")) {
                var parts = line.split(" {2}", 2);
                locked.put(parts[1], parts[0]);
            }
        }
        assertThat(hashes("designsystemet", "inter")).isEqualTo(locked);
    }

    private static Map<String, String> hashes(String... folders) throws Exception {
        var hashes = new TreeMap<String, String>();
        for (var folder : folders) {
            for (var file : filesIn(FILES.resolve(folder))) {
                var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(
                        FILES.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    private static Path[] filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toArray(Path[]::new);
        }
    }
}

package no.oppfolging.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, as tests of its documents read them. */
final class Sources {
    static final Path ROOT = Path.of("..");
    static final List<String> SERVICES =
            List.of("case-service", "meeting-service", "plan-service", "notification-service");
    private static final List<String> MODULES =
            Stream.concat(Stream.of("platform", "local"), SERVICES.stream()).toList();

    private Sources() {}

    /** One file of Java. */
    record Source(Path file, String text) {
        String simpleName() {
            return file.getFileName().toString().replace(".java", "");
        }
    }

    static List<Source> ofMain() {
        return under("src/main/java");
    }

    static List<Source> ofTests() {
        return under("src/test/java");
    }

    private static List<Source> under(String folder) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve(folder))
                .flatMap(Sources::files)
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> new Source(file, read(file)))
                .toList();
    }

    static Stream<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds a generated document against what it is generated from; {@code -Doppfolging.approve=true} writes it. */
    static void mustBe(String document, String generated) {
        var file = ROOT.resolve(document);
        if (Boolean.getBoolean("oppfolging.approve")) {
            try {
                Files.writeString(file, generated);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(file)
                .as(document + " is generated; write it anew by ./mvnw -pl local -am test -Dtest='*DocumentTest'"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Doppfolging.approve=true")
                .content()
                .isEqualTo(generated);
    }
}

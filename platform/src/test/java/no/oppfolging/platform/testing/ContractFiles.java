package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.oppfolging.platform.messaging.MessageType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code contracts/}, found from whichever module a test runs in. */
public final class ContractFiles {
    private static final String SCHEMA = ".schema.json";

    private final Path folder = find();
    private final JsonMapper json = JsonMapper.shared();

    public Path folder() {
        return folder;
    }

    /** Every type a contract describes. */
    public Set<MessageType> types() {
        return filesEndingIn(SCHEMA).stream()
                .filter(file ->
                        Character.isUpperCase(file.getFileName().toString().charAt(0)))
                .map(ContractFiles::typeOf)
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()))));
    }

    /** Every type that a producer such as {@code case} may tell. */
    public Set<MessageType> typesOf(String producer) {
        return types().stream().filter(type -> type.producer().equals(producer)).collect(Collectors.toSet());
    }

    /** The example of a type that its readers are shown first. */
    public JsonNode exampleOf(MessageType type) {
        return read(folder.resolve(type.producer())
                .resolve("examples")
                .resolve(type.name() + ".v" + type.major() + ".json"));
    }

    /** Every example, also those of a special situation. */
    public List<Path> examples() {
        return filesEndingIn(".json").stream()
                .filter(file -> file.toString().contains("/examples/"))
                .toList();
    }

    /** The fullest and the smallest form of every version that was ever published. */
    public List<Path> goldenSamples() {
        return filesEndingIn(".json").stream()
                .filter(file -> file.startsWith(folder.resolve("golden")))
                .toList();
    }

    public List<Path> schemas() {
        return filesEndingIn(SCHEMA);
    }

    public JsonNode read(Path file) {
        return json.readTree(text(file));
    }

    public String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> filesEndingIn(String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageType typeOf(Path schema) {
        var name = schema.getFileName().toString();
        return MessageType.of("no.oppfolging." + schema.getName(schema.getNameCount() - 2) + "."
                + name.substring(0, name.length() - SCHEMA.length()));
    }

    private static Path find() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("contracts/asyncapi.yaml"))) {
                return here.resolve("contracts");
            }
        }
        throw new IllegalStateException("No contracts/ above " + Path.of("").toAbsolutePath());
    }
}

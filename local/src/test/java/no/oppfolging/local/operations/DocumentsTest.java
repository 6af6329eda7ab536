package no.oppfolging.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documents name is there. */
class DocumentsTest {
    private static final Pattern QUOTED = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+(?:\\.[A-Za-z]\\w*)?");
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9_.-]+/)+[A-Za-z0-9_.-]*");
    private static final Pattern OURS = Pattern.compile("oppfolging\\.[a-z]+(?:[.-][a-z]+)+");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    private static final Pattern METER =
            Pattern.compile("(?:builder|counter|timer|createNotStarted)\\(\\s*\"(oppfolging\\.[a-z]+\\.[a-z]+)\"");
    /** Forms of names, not names. */
    private static final Set<String> FORMS = Set.of("WhenXThenY");

    private final Set<String> types = types();
    private final Set<String> settings = settings();
    private final Set<String> meters = meters();

    @TestFactory
    Stream<DynamicTest> name_only_types_paths_settings_and_meters_that_are_there() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    var quoted = QUOTED.matcher(withoutBlocks(document));
                    while (quoted.find()) {
                        check(document, quoted.group(1));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> lead_only_to_what_is_there() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    var links = LINK.matcher(withoutBlocks(document));
                    while (links.find()) {
                        assertThat(document.resolveSibling(links.group(1))).exists();
                    }
                }));
    }

    @Test
    void tell_operations_of_every_setting() {
        assertThat(Sources.read(Sources.ROOT.resolve("docs/operations.md")))
                .contains(settings.stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void tell_operations_of_every_meter() {
        assertThat(Sources.read(Sources.ROOT.resolve("docs/operations.md")))
                .contains(meters.stream().map(name -> "| `" + name + "` |").toList());
    }

    private void check(Path document, String quoted) {
        if (FORMS.contains(quoted)) {
            return;
        }
        if (TYPE.matcher(quoted).matches()) {
            assertThat(types).as(document + " names a type").contains(quoted.replaceFirst("\\..*", ""));
        } else if (OURS.matcher(quoted).matches()) {
            var known = new TreeSet<>(settings);
            known.addAll(meters);
            assertThat(known).as(document + " names a setting or meter").contains(quoted);
        } else if (PATH.matcher(quoted).matches() && !quoted.contains("/target/")) {
            var first = Path.of(quoted).getName(0);
            if (Files.exists(Sources.ROOT.resolve(first))) {
                assertThat(Sources.ROOT.resolve(quoted)).as(document.toString()).exists();
            } else if (Files.exists(document.resolveSibling(first))) {
                assertThat(document.resolveSibling(quoted))
                        .as(document.toString())
                        .exists();
            }
        }
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of(Sources.ROOT.resolve("README.md"), Sources.ROOT.resolve("contracts/README.md")),
                Sources.files(Sources.ROOT.resolve("docs"))
                        .filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.endsWith("events.md") && !file.endsWith("coverage.md")));
    }

    private static String withoutBlocks(Path document) {
        return Sources.read(document).replaceAll("(?s)```.*?```", "");
    }

    private static Set<String> types() {
        var types = new TreeSet<String>();
        Stream.concat(Sources.ofMain().stream(), Sources.ofTests().stream()).forEach(source -> {
            var declared = DECLARED.matcher(source.text());
            while (declared.find()) {
                types.add(declared.group(1));
            }
        });
        Sources.files(Sources.ROOT.resolve("contracts"))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".schema.json"))
                .forEach(name -> types.add(name.substring(0, name.indexOf('.'))));
        return types;
    }

    private static Set<String> settings() {
        var settings = new TreeSet<String>();
        Settings.all().forEach(setting -> settings.add(setting.name()));
        return settings;
    }

    private static Set<String> meters() {
        var meters = new TreeSet<String>();
        for (var source : Sources.ofMain()) {
            var meter = METER.matcher(source.text());
            while (meter.find()) {
                meters.add(meter.group(1));
            }
        }
        return meters;
    }
}

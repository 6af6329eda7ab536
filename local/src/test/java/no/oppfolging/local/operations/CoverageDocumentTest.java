package no.oppfolging.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** {@code docs/coverage.md} tells which requirement is shown where, and by which test. */
class CoverageDocumentTest {
    private static final Pattern SHOWN = Pattern.compile(
            "@Shows\\(\\s*(?:value = )?\\{?(?<ids>[^})]*?)}?,\\s*at = \"(?<at>[^\"]+)\"\\)[^{]*?void (?<test>\\w+)\\(");
    private static final Pattern NESTED = Pattern.compile("\\n    class (\\w+) \\{");
    private static final Pattern ID = Pattern.compile("[CD]-[0-9]{2}");

    /** Where a requirement is shown, by which test. */
    private record Shown(String at, String test) {}

    @Test
    void is_up_to_date() throws Exception {
        var shown = shown();
        var page = new StringBuilder("""
                # What is shown, and by which test

                Generated from `@Shows` on the tests. A requirement counts as shown when a test drives HTTP, a browser, a topic or a mailbox and asserts what its user sees there. What has no test stands at the end.
                """);
        page.append("\n| requirement | | where | test |\n|---|---|---|---|\n");
        var missing = new ArrayList<String>();
        requirements().forEach((id, title) -> {
            var tests = shown.getOrDefault(id, List.of());
            if (tests.isEmpty()) {
                missing.add(id);
            }
            for (var one : tests) {
                page.append("| %s | %s | `%s` | %s |\n".formatted(id, title, one.at(), one.test()));
            }
        });
        page.append("\nNot shown yet: ").append(String.join(", ", missing)).append(".\n");
        Sources.mustBe("docs/coverage.md", page.toString());
    }

    @Test
    void tells_of_no_requirement_that_is_not_one() throws Exception {
        assertThat(requirements().keySet()).containsAll(shown().keySet());
    }

    @Test
    void counts_only_tests_that_drive_the_product() {
        for (var source : Sources.ofTests()) {
            if (SHOWN.matcher(source.text()).find()) {
                assertThat(source.simpleName()).matches(".*(IT|Story)");
            }
        }
    }

    private static Map<String, List<Shown>> shown() {
        var shown = new TreeMap<String, List<Shown>>();
        for (var source : Sources.ofTests()) {
            var matcher = SHOWN.matcher(source.text());
            while (matcher.find()) {
                var test = source.simpleName() + situation(source.text(), matcher.start()) + " › "
                        + matcher.group("test").replace('_', ' ');
                var ids = ID.matcher(matcher.group("ids"));
                while (ids.find()) {
                    shown.computeIfAbsent(ids.group(), _ -> new ArrayList<>())
                            .add(new Shown(matcher.group("at"), test));
                }
            }
        }
        return shown;
    }

    private static String situation(String source, int before) {
        var nested = NESTED.matcher(source).region(0, before);
        var last = "";
        while (nested.find()) {
            last = " › " + nested.group(1).replace('_', ' ');
        }
        return last;
    }

    private static Map<String, String> requirements() throws Exception {
        var requirements = new TreeMap<String, String>();
        var file =
                new ClassPathResource("requirements.txt").getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        file.lines().forEach(line -> requirements.put(line.substring(0, 4), line.substring(5)));
        return requirements;
    }
}

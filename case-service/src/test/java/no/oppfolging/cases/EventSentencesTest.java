package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.ContractFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

class EventSentencesTest {
    private static final Path APPROVED = Path.of("src/test/resources/events");
    private final ResourceBundleMessageSource messages = messages();

    /** The time-line tells what happened in all four services; each service's events lie approved in its own folder. */
    @TestFactory
    Stream<DynamicTest> every_event_of_every_service_has_a_sentence() throws IOException {
        return namesOfAllServices().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var key = "event." + name.substring(name.indexOf('.') + 1);
                    assertThat(messages.getMessage(key, null, "", java.util.Locale.of("nb")))
                            .as("%s in messages/cases.properties", key)
                            .isNotBlank();
                }));
    }

    private static Set<String> namesOfAllServices() throws IOException {
        var names = new TreeSet<String>();
        var root = new ContractFiles().folder().resolveSibling("");
        try (var services = Files.list(root)) {
            for (var folder : services.map(service -> service.resolve(APPROVED)).toList()) {
                if (Files.isDirectory(folder)) {
                    try (var files = Files.list(folder)) {
                        files.map(file -> file.getFileName().toString().replaceFirst("\\.r\\d+\\.json$", ""))
                                .forEach(names::add);
                    }
                }
            }
        }
        assertThat(names).anyMatch(name -> name.startsWith("case.")).anyMatch(name -> name.startsWith("meeting."));
        return names;
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/cases");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence a page asks for is written, in every language there is a file for. */
public final class MessageRules {
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9._-]*)");
    private static final Pattern WRONGLY_DECODED = Pattern.compile("\uFFFD|Ã.|\\?\\?");

    private MessageRules() {}

    /**
     * @param templates the folder of a service's pages, such as {@code cases}
     * @param files its message files without folder, language and ending, such as {@code cases}
     */
    public static void mustHold(String templates, String... files) {
        var known = new TreeSet<>(keys("messages/platform.properties"));
        known.addAll(keys("messages/frame.properties"));
        for (var file : files) {
            known.addAll(keys("messages/" + file + ".properties"));
        }
        assertThat(known).containsAll(asked(templates));
        for (var file : files) {
            mustBeWhole(file);
        }
    }

    private static void mustBeWhole(String messages) {
        for (var language : found("classpath*:messages/" + messages + "_*.properties")) {
            assertThat(properties(language).stringPropertyNames())
                    .as("sentences of " + language.getFilename())
                    .containsExactlyInAnyOrderElementsOf(keys("messages/" + messages + ".properties"));
        }
        properties(one("messages/" + messages + ".properties"))
                .forEach((key, sentence) -> assertThat(sentence.toString())
                        .as(key.toString())
                        .isNotBlank()
                        .doesNotContainPattern(WRONGLY_DECODED));
    }

    private static Set<String> asked(String templates) {
        var asked = new TreeSet<String>();
        for (var template : found("classpath*:templates/" + templates + "/**/*.html")) {
            try {
                var matcher = KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8));
                while (matcher.find()) {
                    asked.add(matcher.group(1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return asked;
    }

    private static Set<String> keys(String file) {
        return new TreeSet<>(properties(one(file)).stringPropertyNames());
    }

    private static Resource one(String file) {
        return new PathMatchingResourcePatternResolver().getResource("classpath:" + file);
    }

    private static Resource[] found(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Resource file) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

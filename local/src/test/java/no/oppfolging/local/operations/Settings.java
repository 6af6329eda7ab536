package no.oppfolging.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Everything the platform and the four services can be configured with. */
final class Settings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(oppfolging\\.[a-z.-]+)");

    private Settings() {}

    /** One setting of a configuration record. */
    record Setting(String name, boolean required) {
        /** As Spring Boot looks for it among the environment's variables. */
        String variable() {
            return name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
        }

        /** With an underscore for a dash too, which Spring Boot understands as well. */
        String readableVariable() {
            return name.replace(".", "_").replace("-", "_").toUpperCase(Locale.ROOT);
        }
    }

    /** Those of the records, and those some class asks the environment for by name. */
    static List<Setting> all() {
        var all = new ArrayList<>(ofRecords());
        for (var name : askedForByName()) {
            all.add(new Setting(name, false));
        }
        return all;
    }

    /** Every setting of every configuration record of the four services and the platform. */
    static List<Setting> ofRecords() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var settings = new ArrayList<Setting>();
        for (var found : scan.findCandidateComponents("no.oppfolging")) {
            try {
                var type = Class.forName(found.getBeanClassName());
                settings.addAll(settingsOf(
                        type.getAnnotation(ConfigurationProperties.class).value(), type, true));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(settings).isNotEmpty();
        return settings;
    }

    private static List<Setting> settingsOf(String prefix, Class<?> type, boolean required) {
        var settings = new ArrayList<Setting>();
        var components = type.getRecordComponents();
        var parameters = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == components.length)
                .findFirst()
                .orElseThrow()
                .getParameters();
        for (var i = 0; i < components.length; i++) {
            var name = prefix + "." + dashed(components[i].getName());
            var must = required && isRequired(parameters[i]);
            if (parameters[i].getType().isRecord()
                    && parameters[i].getType().getName().startsWith("no.oppfolging")) {
                settings.addAll(settingsOf(name, parameters[i].getType(), must));
            } else {
                settings.add(new Setting(name, must));
            }
        }
        return settings;
    }

    private static boolean isRequired(Parameter parameter) {
        return parameter.getType() != Optional.class
                && !parameter.isAnnotationPresent(DefaultValue.class)
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Settings without a record, that some class asks the environment for. */
    private static List<String> askedForByName() {
        var names = new ArrayList<String>();
        for (var source : Sources.ofMain()) {
            var matcher = PLACEHOLDER.matcher(source.text());
            while (matcher.find()) {
                names.add(matcher.group(1).replaceAll("[.-]+$", ""));
            }
        }
        return names;
    }
}

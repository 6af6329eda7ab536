package no.oppfolging.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.oppfolging.local.frontdoor.RoutesForTests;
import no.oppfolging.platform.testing.ServiceName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker compose up} is told, held against what the services read. */
class ComposeTest {
    private static final Path ROOT = Sources.ROOT;
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    /** Read by Spring Boot itself. */
    private static final String[] BOOTS_OWN = {"MANAGEMENT_", "LOGGING_", "SERVER_"};

    private final Map<String, Object> compose = yaml(ROOT.resolve("docker-compose.yml"));

    @TestFactory
    Stream<DynamicTest> every_variable_a_service_is_given_is_read() {
        var read = new TreeSet<String>();
        Settings.all().forEach(setting -> {
            read.add(setting.variable());
            read.add(setting.readableVariable());
        });
        return each((service, environment) -> {
            for (var variable : environment.keySet()) {
                if (Arrays.stream(BOOTS_OWN).noneMatch(variable::startsWith)) {
                    assertThat(read).as(service + " reads " + variable).contains(variable);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> every_setting_a_service_cannot_do_without_is_given() {
        return each((service, environment) -> {
            for (var setting : Settings.ofRecords()) {
                if (setting.required()) {
                    assertThat(environment.keySet())
                            .as(service + " is given " + setting.name())
                            .containsAnyOf(setting.variable(), setting.readableVariable());
                }
            }
        });
    }

    @Nested
    class No_secret {
        @Test
        void stands_in_the_file() {
            for (var service : ServiceName.values()) {
                environmentOf(service.group()).forEach((variable, value) -> {
                    if (variable.matches(".*(PASSWORD|SECRET|SERVICE_KEY)$")) {
                        assertThat(value).as(service + " " + variable).matches(SECRET);
                    }
                });
            }
        }

        @Test
        void that_is_asked_for_is_missing_from_what_makes_them() throws Exception {
            var asked = new TreeSet<String>();
            var matcher = SECRET.matcher(Files.readString(ROOT.resolve("docker-compose.yml")));
            while (matcher.find()) {
                asked.add(matcher.group(1));
            }
            var made = new TreeSet<String>();
            var process = new ProcessBuilder(
                            "sh", ROOT.resolve("local/compose/secrets").toString())
                    .redirectErrorStream(true)
                    .start();
            try (var lines = process.inputReader()) {
                lines.lines().forEach(line -> made.add(line.substring(0, line.indexOf('='))));
            }
            assertThat(process.waitFor()).isZero();
            assertThat(made).isEqualTo(asked);
        }
    }

    @Test
    void the_front_door_leads_where_locals_own_does() throws IOException {
        var caddy = Files.readString(ROOT.resolve("local/compose/Caddyfile"));
        var id = "0195563c-1111-7000-8000-000000000001";
        for (var path : List.of(
                "/",
                "/cases",
                "/cases/" + id,
                "/cases/messages",
                "/api/cases",
                "/api/cases/" + id + "/history",
                "/api/cases/" + id + "/meetings",
                "/api/cases/" + id + "/meetings/" + id + "/moves",
                "/api/cases/" + id + "/plans",
                "/api/cases/" + id + "/notices",
                "/meetings",
                "/meetings/messages",
                "/api/meetings/" + id + "/invitation-words",
                "/plans",
                "/plans/messages",
                "/api/plans",
                "/notices",
                "/notices/messages",
                "/api/notices",
                "/api/notices/messages/parked")) {
            assertThat(RoutesForTests.ownerOf(path).group()).as(path).isEqualTo(ownerByCaddy(caddy, path));
        }
    }

    private static String ownerByCaddy(String caddy, String path) {
        for (var service : List.of("meetings", "plans", "notifications")) {
            var matcher = Pattern.compile("@" + service + " path_regexp (\\S+)").matcher(caddy);
            assertThat(matcher.find()).isTrue();
            if (Pattern.compile(matcher.group(1)).matcher(path).find()) {
                return service.substring(0, service.length() - 1) + "-service";
            }
        }
        return "case-service";
    }

    @Test
    void every_service_has_an_image_made_of_its_own_jar_and_a_port_of_its_own() throws IOException {
        for (var service : ServiceName.values()) {
            var dockerfile = Files.readString(ROOT.resolve(service.group()).resolve("Dockerfile"));
            var port = portOf(service);
            assertThat(at(compose, "services", service.group(), "build")).isEqualTo(service.group());
            assertThat(dockerfile)
                    .contains("COPY --chmod=444 target/" + service.group() + "-*-exec.jar /app/service.jar")
                    .contains("EXPOSE " + port)
                    .contains("USER 10001");
            assertThat(Files.readString(ROOT.resolve(service.group()).resolve("pom.xml")))
                    .contains("<classifier>exec</classifier>");
        }
    }

    @TestFactory
    Stream<DynamicTest> each_service_is_told_where_the_others_are() {
        return each((service, environment) -> {
            for (var setting : Settings.ofRecords()) {
                if (setting.name().matches("oppfolging\\.services\\.[a-z]+\\.url")) {
                    var other = ServiceName.valueOf(
                            setting.name().split("\\.", -1)[2].toUpperCase(Locale.ROOT));
                    assertThat(environment)
                            .as(service + " is told of " + other)
                            .containsEntry(setting.readableVariable(), "http://" + other.group() + ":" + portOf(other));
                }
            }
        });
    }

    @Test
    void every_file_that_is_mounted_is_there() {
        var mounted = Pattern.compile("\\./([^:\\s\"]+):");
        services().forEach((name, service) -> {
            if (service.get("volumes") instanceof List<?> volumes) {
                for (var volume : volumes) {
                    var matcher = mounted.matcher(volume.toString());
                    if (matcher.find()) {
                        assertThat(ROOT.resolve(matcher.group(1))).as(name).exists();
                    }
                }
            }
        });
    }

    @Test
    void the_issuer_knows_every_service_by_the_name_it_signs_in_with() throws IOException {
        var realm = JsonMapper.shared().readTree(Files.readString(ROOT.resolve("local/compose/issuer.json")));
        for (var service : ServiceName.values()) {
            var environment = environmentOf(service.group());
            assertThat(realm.path("clients").valueStream()).as(service.group()).anySatisfy(client -> {
                assertThat(client.path("clientId").asString())
                        .isEqualTo(environment.get("OPPFOLGING_ISSUER_CLIENT_ID"));
                assertThat(client.at("/redirectUris/0").asString())
                        .isEqualTo(environment.get("OPPFOLGING_FRONT_DOOR_URL") + pathOf(service) + "/signed-in");
            });
        }
    }

    private static String pathOf(ServiceName service) {
        return service == ServiceName.NOTIFICATIONS ? "/notices" : "/" + service.plural();
    }

    private static int portOf(ServiceName service) throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load(service.plural(), new ClassPathResource(service.plural() + ".yml"))
                .getFirst();
        return Integer.parseInt(String.valueOf(settings.getProperty("server.port")));
    }

    private interface Check {
        void check(String service, Map<String, String> environment) throws Exception;
    }

    private Stream<DynamicTest> each(Check check) {
        return Arrays.stream(ServiceName.values())
                .map(ServiceName::group)
                .map(service -> DynamicTest.dynamicTest(service, () -> check.check(service, environmentOf(service))));
    }

    private Map<String, Map<String, Object>> services() {
        var services = new HashMap<String, Map<String, Object>>();
        ((Map<?, ?>) at(compose, "services")).forEach((name, service) -> services.put(name.toString(), cast(service)));
        return services;
    }

    private Map<String, String> environmentOf(String service) {
        var environment = new TreeMap<String, String>();
        ((Map<?, ?>) at(compose, "services", service, "environment"))
                .forEach((variable, value) -> environment.put(variable.toString(), String.valueOf(value)));
        return environment;
    }

    private static Object at(Map<String, Object> from, String... path) {
        Object found = from;
        for (var step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
            assertThat(found).as(String.join("/", path)).isNotNull();
        }
        return Optional.ofNullable(found).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(@Nullable Object map) {
        return (Map<String, Object>) Optional.ofNullable(map).orElseThrow();
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return cast(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalStateException(new FileSystemResource(file).toString(), e);
        }
    }
}

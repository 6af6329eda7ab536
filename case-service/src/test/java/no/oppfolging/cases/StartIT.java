package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that cannot do its duty does not start, and says why to whoever has started it. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {
    private static final String NOBODY = "localhost:" + FreePort.find();

    @Test
    void without_a_database_that_answers(CapturedOutput said) {
        refusesToStart(Map.of("oppfolging.database.url", "jdbc:postgresql://" + NOBODY + "/cases?password=secret"));

        assertThat(said)
                .contains("The database at jdbc:postgresql://" + NOBODY + "/cases cannot be used: Connection to "
                        + NOBODY + " refused.")
                .contains("oppfolging.database")
                .doesNotContain("Application run failed", "secret");
    }

    @Test
    void without_being_let_into_the_database(CapturedOutput said) {
        refusesToStart(Map.of("oppfolging.database.app.password", "mistyped"));

        assertThat(said)
                .contains("cannot be used: FATAL: password authentication failed for user")
                .doesNotContain("Application run failed", "mistyped");
    }

    @Test
    void without_a_broker_that_answers(CapturedOutput said) {
        refusesToStart(Map.of("oppfolging.kafka.bootstrap-servers", NOBODY, "oppfolging.kafka.patience", "100ms"));

        assertThat(said)
                .contains("No broker answers at " + NOBODY + ".")
                .contains("oppfolging.kafka")
                .doesNotContain("Application run failed");
    }

    @Test
    void without_a_key_for_the_keys_of_persons(CapturedOutput said) {
        refusesToStart(Map.of("oppfolging.keys.service-key", "c2hvcnQ="));

        assertThat(said)
                .contains("oppfolging.keys.service-key must be 32 bytes in Base64")
                .doesNotContain("Application run failed", "c2hvcnQ=");
    }

    @Test
    void without_what_must_be_given(CapturedOutput said) {
        refusesToStart(Map.of("oppfolging.database.url", "", "oppfolging.database.app.username", ""));

        assertThat(said)
                .contains("Property: oppfolging.database.url")
                .contains("Property: oppfolging.database.app.username")
                .doesNotContain("Application run failed");
    }

    private static void refusesToStart(Map<String, String> wrong) {
        var settings = new HashMap<>(Servers.properties(ServiceName.CASES));
        settings.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        settings.put("server.port", "0");
        settings.putAll(wrong);
        var told = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        var service = new SpringApplicationBuilder(CasesApplication.class)
                .registerShutdownHook(false)
                .properties("spring.config.name=cases");
        assertThat(catchThrowable(() -> service.run(told))).isNotNull();
    }
}

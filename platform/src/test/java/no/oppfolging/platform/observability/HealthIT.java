package no.oppfolging.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class HealthIT {
    @Nested
    class The_database {
        @Test
        void is_there_when_it_answers() {
            var database = Servers.database(ServiceName.CASES).asApp();

            assertThat(new DatabaseHealth(database, Runnable::run).health())
                    .isEqualTo(Health.up().build());
        }

        @Test
        void is_missing_when_nobody_answers_and_no_more_is_said() {
            var nobody = new PGSimpleDataSource();
            nobody.setUrl("jdbc:postgresql://localhost:" + FreePort.find() + "/cases");
            nobody.setUser("cases_app");
            nobody.setPassword("a secret");

            assertMissing(new DatabaseHealth(nobody, Runnable::run).health(), "The database does not answer.");
        }
    }

    @Nested
    class The_broker {
        @Test
        void is_there_when_it_answers() {
            try (var admin = Admin.create(Servers.kafka(ServiceName.CASES).clientProperties())) {
                assertThat(new BrokerHealth(admin).health())
                        .isEqualTo(Health.up().build());
            }
        }

        @Test
        void is_missing_when_nobody_answers() {
            var nobody = Map.<String, Object>of("bootstrap.servers", "localhost:" + FreePort.find());
            try (var admin = Admin.create(nobody)) {
                assertMissing(new BrokerHealth(admin).health(), "The broker does not answer.");
            }
        }
    }

    private static void assertMissing(Health health, String sentence) {
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).isEqualTo(Map.of("missing", List.of(sentence)));
    }
}

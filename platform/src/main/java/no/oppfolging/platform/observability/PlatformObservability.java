package no.oppfolging.platform.observability;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.oppfolging.platform.eventlog.Failures;
import no.oppfolging.platform.eventlog.Followers;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.Watermarks;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readiness says what is missing, in one sentence each; a service imports this. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:platform/observability.properties")
public class PlatformObservability {
    @Bean
    Traces traces(JdbcClient jdbc) {
        return new Traces(jdbc);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(DataSource dataSource) {
        return new DatabaseHealth(dataSource, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Admin admin) {
        return new BrokerHealth(admin);
    }

    @Bean
    HealthIndicator followersHealthIndicator(Followers followers, Failures failures) {
        return new FollowersHealth(followers, failures);
    }

    @Bean
    HealthIndicator producersHealthIndicator(List<MessageHandler> handlers, Watermarks watermarks, Clock clock) {
        return new ProducersHealth(handlers, watermarks, clock);
    }
}

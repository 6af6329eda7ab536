package no.oppfolging.platform.observability;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the broker answers. */
final class BrokerHealth implements HealthIndicator {
    private static final int PATIENCE = 3_000;

    private final Admin admin;

    BrokerHealth(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Health health() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE))
                    .nodes()
                    .get(PATIENCE, TimeUnit.MILLISECONDS);
            return Missing.nothing();
        } catch (ExecutionException | TimeoutException e) {
            return Missing.down(List.of("The broker does not answer."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Missing.down(List.of("The broker was not asked."));
        }
    }
}

package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.oppfolging.platform.kernel.LegalDay;
import org.awaitility.Awaitility;

/** Whoever leads an employee sees what is kept of them, and nobody who did before. */
public final class LeaderRules {
    private static final int SHOWN = 200;
    private static final int NOT_KNOWN = 404;

    private LeaderRules() {}

    /** Ola, who leads Kari, is replaced by Siri, and within a second there is nothing at a path for him. */
    public static void aReplacedLeaderSeesNothing(RunningService service, KarisPeople people, String path) {
        assertThat(service.get(people.ola().someone(), path).status()).isEqualTo(SHOWN);

        service.neighbours()
                .hrTellsOfNewLeader(
                        people.kari(),
                        people.siri(),
                        LegalDay.of(service.clock().instant()).toString());
        Awaitility.await()
                .until(() -> service.get(people.siri().someone(), path).status() == SHOWN);

        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                service.get(people.ola().someone(), path).status())
                        .isEqualTo(NOT_KNOWN));
    }
}

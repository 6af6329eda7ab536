package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.oppfolging.example.FollowACase;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContractsIT {
    private static final Path CONTRACTS = Path.of("..", "contracts");

    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + UUID.randomUUID());

    /** Away from 2 to 20 January 2026, and told of in March: open and over at once, when nobody can tell more. */
    @Test
    @Shows(value = "D-24", at = "oppfolging.case.v1")
    void are_enough_to_follow_a_case_from_opened_to_closed() throws Exception {
        neighbours.hrTells(kari, Optional.empty());
        neighbours.hrTells(
                "AbsenceReported",
                kari.employment(),
                Map.of(
                        "absenceId",
                        UUID.randomUUID().toString(),
                        "revision",
                        1,
                        "from",
                        "2026-01-02",
                        "to",
                        "2026-01-20"));
        await().untilAsserted(() -> assertThat(caseId()).isPresent());
        var broker = new HashMap<>(Servers.hr().clientProperties());

        var followed =
                CompletableFuture.supplyAsync(() -> FollowACase.follow(broker, CONTRACTS, caseId().orElseThrow()));
        neighbours.haveToldUntil(ServiceName.MEETINGS, service.clock().instant());
        neighbours.haveToldUntil(ServiceName.PLANS, service.clock().instant());

        var lines = followed.get(60, TimeUnit.SECONDS);
        assertThat(lines.getFirst()).contains(" CaseOpened ", "\"startedOn\":\"2026-01-02\"");
        assertThat(lines.getLast()).contains(" CaseClosed ", "\"endedOn\":\"2026-01-20\"");
        assertThat(lines).anyMatch(line -> line.contains(" DeadlineLapsed ") && line.contains("\"stage\":\"PLAN\""));
    }

    @Test
    void are_all_that_the_example_knows_of_the_project() throws Exception {
        var example = Files.readString(Path.of("src/test/java/no/oppfolging/example/FollowACase.java"));

        assertThat(example).doesNotContain("import no.oppfolging");
        var body = example.substring(example.indexOf("var topic"), example.indexOf("private static String read"));
        assertThat(Arrays.stream(body.split("\n")).filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(45);
    }

    private Optional<String> caseId() {
        return service.bean(JdbcClient.class)
                .sql("select case_id from event_log where stream = :employment and event_name = 'case.CaseOpened'")
                .param("employment", kari.employment())
                .query(String.class)
                .optional();
    }
}

package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.oppfolging.platform.casefile.ReadsOfCase;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Cell;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds endpoints that show something of a case and do not keep who has read it. */
public final class ReadRules {
    /** Whoever made the scene may have read the case, as its leader. */
    private static final List<Role> READERS =
            List.of(Role.HR, Role.AUDITOR, Role.SUBSTITUTE, Role.EMPLOYEE, Role.SYSTEM);

    private static final Set<Role> OFFICES = Set.of(Role.HR, Role.AUDITOR);

    private ReadRules() {}

    /**
     * Opens every page and asks every endpoint about a case, each as somebody who has not read that case before, and
     * looks for the read in the log.
     *
     * @param scenes makes a new case, which nobody but its leader has read
     */
    public static Stream<DynamicTest> everyEndpointKeepsWhoReads(RunningService service, Supplier<Scene> scenes) {
        var mapping = service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var scene = scenes.get();
        return AuthorityRules.endpoints(mapping).stream()
                .filter(endpoint -> endpoint.startsWith("GET ") && scene.isAboutCase(endpoint))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint, () -> keeps(service, endpoint, scene, scenes)));
    }

    private static void keeps(RunningService service, String endpoint, Scene shared, Supplier<Scene> scenes) {
        var reader = readerAt(service.bean(Authority.class), endpoint);
        // Whoever holds an office is somebody new each time; whoever has a tie to a case needs a new one.
        var scene = OFFICES.contains(reader) ? shared : scenes.get();
        var before = readsOf(service, scene, reader);

        var status = Walker.ofRole(service, scene, reader).asks(endpoint, "");

        assertThat(status).as("what %s is answered", reader).isEqualTo(200);
        assertThat(readsOf(service, scene, reader))
                .as("reads kept of %s", endpoint)
                .hasSize(before.size() + 1);
    }

    private static Role readerAt(Authority table, String endpoint) {
        var row = Walker.rowOf(table, endpoint);
        return READERS.stream()
                .filter(role -> row.cells().get(role) instanceof Cell.May)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody whom a test can play may open " + endpoint));
    }

    private static List<RecordedEvent> readsOf(RunningService service, Scene scene, Role reader) {
        var stream = new ReadsOfCase(new CaseId(scene.caseId())).value();
        return service.bean(EventLog.class).ofStream(stream).stream()
                .filter(read -> read.metadata().actor().role() == reader)
                .toList();
    }
}

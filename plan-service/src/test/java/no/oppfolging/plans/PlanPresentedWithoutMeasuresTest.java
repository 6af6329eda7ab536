package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanPresentedWithoutMeasuresTest {
    @Test
    void is_read_as_a_plan_with_none_and_says_the_rest_as_before() throws IOException {
        var stored = (ObjectNode) JsonMapper.shared()
                .readTree(Files.readString(Path.of("src/test/resources/events/plan.PlanPresented.r1.json")));
        var read = new PlanPresentedWithoutMeasures().upcast(stored.deepCopy());

        assertThat(read.at("/content/plannedMeasures")).isEmpty();
        ((ObjectNode) read.path("content")).remove("plannedMeasures");
        assertThat(read).isEqualTo(stored);
    }
}

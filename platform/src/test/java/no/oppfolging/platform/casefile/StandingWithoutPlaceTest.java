package no.oppfolging.platform.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StandingWithoutPlaceTest {
    @Test
    void was_told_before_whatever_is_told_next() {
        var stored = JsonMapper.shared().readTree("{\"caseId\": \"c1\", \"survivor\": \"c2\"}");

        var read = new StandingWithoutPlace("meeting.CaseJoined").upcast((ObjectNode) stored.deepCopy());

        assertThat(read)
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"caseId\": \"c1\", \"survivor\": \"c2\", \"toldAt\": {\"position\": 0}}"));
    }
}

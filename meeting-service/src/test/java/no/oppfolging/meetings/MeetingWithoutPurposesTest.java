package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MeetingWithoutPurposesTest {
    @ParameterizedTest
    @ValueSource(strings = {"MeetingSummoned", "MeetingPassedOn", "MeetingTakenOver"})
    void says_what_it_said_before_and_nothing_of_what_it_was_for(String name) throws IOException {
        var stored = (ObjectNode) JsonMapper.shared()
                .readTree(Files.readString(Path.of("src/test/resources/events/meeting." + name + ".r1.json")));
        var read = new MeetingWithoutPurposes("meeting." + name).upcast(stored.deepCopy());

        assertThat(read).isEqualTo(stored);
        assertThat(read.findValue("purposes")).isNull();
    }
}

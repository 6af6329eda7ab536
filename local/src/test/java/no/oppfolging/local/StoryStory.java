package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class StoryStory {
    @TempDir
    private Path temporary;

    @Test
    void a_sick_leave_is_told_from_beginning_to_end_and_told_again_by_the_logs() throws Exception {
        try (var story = Program.start(temporary, "story")) {
            var told = story.rest();
            assertThat(story.awaitEnd()).as(told).isZero();
            assertThat(told)
                    .contains("[aml § 4-6 (3)]", "[aml § 4-6 (4)]")
                    .contains("finds the deadline of DM1", "finds the deadline of PLAN", "MISSED")
                    .contains("closes Kari's case")
                    .contains("All is as it was told.");
        }
    }

    @Test
    void an_event_changed_by_one_byte_is_named() throws Exception {
        try (var story = Program.start(temporary, "story", "--break", "9")) {
            var told = story.rest();
            assertThat(story.awaitEnd()).as(told).isEqualTo(1);
            assertThat(told)
                    .contains("one byte is changed of case-service: event 9")
                    .containsPattern("differs: case-service: event 9, case\\.\\w+, is not what was stored");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "oppfolging.numbers", matches = "full")
    void a_message_that_was_dropped_is_named() throws Exception {
        try (var story = Program.start(temporary, "story", "--break", "m1")) {
            var told = story.rest();
            assertThat(story.awaitEnd()).as(told).isEqualTo(1);
            assertThat(told)
                    .containsPattern("differs: oppfolging\\.case\\.v1: the message of event \\d+, .* is missing");
        }
    }
}

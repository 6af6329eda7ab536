package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import no.oppfolging.local.story.Breakage;
import org.junit.jupiter.api.Test;

class StoryOptionsTest {
    @Test
    void nothing_is_broken_or_kept_and_any_port_will_do_unless_said_otherwise() {
        var options = StoryOptions.parse(List.of());
        assertThat(options.breakage()).isEmpty();
        assertThat(options.run().data()).isEmpty();
        assertThat(options.run().port()).contains(0);
    }

    @Test
    void an_event_or_a_message_can_be_broken_by_its_number() {
        assertThat(StoryOptions.parse(List.of("--break", "7")).breakage()).contains(new Breakage.Event(7));
        assertThat(StoryOptions.parse(List.of("--data", "here", "--break", "m2"))
                        .breakage())
                .contains(new Breakage.Message(2));
    }

    @Test
    void a_story_may_be_kept_and_told_on_at_the_same_port() {
        var options = StoryOptions.parse(List.of("--data", "/tmp/here", "--port", "9000"));
        assertThat(options.run().data()).contains(Path.of("/tmp/here"));
        assertThat(options.run().port()).contains(9000);
    }

    @Test
    void what_it_does_not_understand_is_told_in_one_sentence() {
        assertThatThrownBy(() -> StoryOptions.parse(List.of("--break", "0")))
                .hasMessage("--break needs the number of an event, such as 7, or of a message, such as m2.");
        assertThatThrownBy(() -> StoryOptions.parse(List.of("--break"))).hasMessage("--break needs a value.");
        assertThatThrownBy(() -> StoryOptions.parse(List.of("--loud", "yes"))).isInstanceOf(Complaint.class);
    }
}

package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void without_options_the_front_door_is_where_it_usually_is_and_nothing_is_kept() {
        assertThat(RunOptions.parse(List.of())).isEqualTo(new RunOptions(Optional.empty(), Optional.empty(), true));
    }

    @Test
    void the_folder_and_the_port_can_be_chosen() {
        assertThat(RunOptions.parse(List.of("--data", "/tmp/kept", "--port", "9000")))
                .isEqualTo(new RunOptions(Optional.of(Path.of("/tmp/kept")), Optional.of(9000), true));
    }

    @Test
    void the_company_has_a_past_unless_it_is_not_wanted() {
        assertThat(RunOptions.parse(List.of("--without-past", "--port", "9000")))
                .isEqualTo(new RunOptions(Optional.empty(), 9000));
    }

    @Test
    void what_cannot_be_understood_is_named_in_one_sentence() {
        complains("Unknown option --prot; known are --data DIR, --port PORT and --without-past.", "--prot", "9000");
        complains("Unknown option --verbose; known are --data DIR, --port PORT and --without-past.", "--verbose");
        complains("--port needs a value.", "--port");
        complains("--port needs a number, not \"high\".", "--port", "high");
        complains("--port needs a number from 0 to 65531.", "--port", "70000");
    }

    private static void complains(String sentence, String... arguments) {
        assertThatThrownBy(() -> RunOptions.parse(List.of(arguments)))
                .isInstanceOf(Complaint.class)
                .hasMessage(sentence);
    }
}

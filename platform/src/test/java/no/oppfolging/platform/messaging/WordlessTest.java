package no.oppfolging.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessTest {
    @Test
    void tells_kinds_and_places_and_nothing_that_was_said() {
        var failure = new IllegalStateException("about Kari", new IllegalArgumentException("Kari is no id"));
        var logged = new StringWriter();

        Wordless.of(failure).printStackTrace(new PrintWriter(logged));

        assertThat(logged.toString())
                .contains("IllegalStateException", "IllegalArgumentException", "WordlessTest")
                .doesNotContain("Kari");
    }
}

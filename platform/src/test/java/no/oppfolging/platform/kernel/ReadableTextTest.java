package no.oppfolging.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void leaves_out_what_nobody_can_see() {
        assertThat(ReadableText.of("Halve\u0002 dager\u0003\u000b, 😀 مرحبا")).isEqualTo("Halve dager, 😀 مرحبا");
    }

    @Test
    void keeps_lines_and_is_as_long_as_where_it_was_typed() {
        assertThat(ReadableText.of(" Telefon\r\nog\tpost \r\n")).isEqualTo("Telefon\nog\tpost");
    }
}

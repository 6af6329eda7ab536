package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartTest {
    private static final int OF_JAVA_17 = 61;

    @Test
    void can_be_read_by_an_older_java_which_is_then_told_so() throws IOException {
        try (var read = Start.class.getResourceAsStream("Start.class");
                var file = new DataInputStream(read)) {
            file.skipNBytes(Integer.BYTES + Short.BYTES);
            assertThat(file.readUnsignedShort()).isEqualTo(OF_JAVA_17);
        }
    }
}

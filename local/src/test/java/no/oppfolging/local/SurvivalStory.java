package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import no.oppfolging.platform.testing.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of what it does, and told to go on: it ends as if nothing had happened. */
class SurvivalStory {
    private static final long SEED = 20_260_305;
    private static final int KILLS = "full".equals(System.getProperty("oppfolging.numbers")) ? 20 : 2;
    private static final int LINES_OF_A_STORY = 24;

    @TempDir
    private Path temporary;

    @Test
    void a_story_is_told_to_its_end_though_its_teller_is_killed_again_and_again() throws Exception {
        var random = new SplittableRandom(SEED);
        var data = temporary.resolve("data").toString();
        var port = String.valueOf(freePorts());
        for (var kill = 0; kill < KILLS; kill++) {
            try (var story = Program.start(temporary, "story", "--data", data, "--port", port)) {
                readLines(story, random.nextInt(8, LINES_OF_A_STORY));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                story.kill();
            }
        }
        try (var story = Program.start(temporary, "story", "--data", data, "--port", port)) {
            var told = story.rest();
            assertThat(story.awaitEnd()).as(told).isZero();
            assertThat(told)
                    .contains("finds the deadline of PLAN, ", "MET", "MISSED")
                    .contains("closes Kari's case")
                    .contains("4 notices were sent, each as one mail: yes")
                    .contains("All is as it was told.");
        }
    }

    private static void readLines(Program program, int number) throws Exception {
        for (var i = 0; i < number; i++) {
            if (program.nextLine() == null) {
                return;
            }
        }
    }

    /** The first of five that are free, for the front door and the services. */
    private static int freePorts() throws Exception {
        var first = FreePort.find();
        while (!areFree(first)) {
            first = FreePort.find();
        }
        return first;
    }

    private static boolean areFree(int first) throws IOException {
        for (var port = first; port < first + 5; port++) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            } catch (BindException taken) {
                return false;
            }
        }
        return true;
    }
}

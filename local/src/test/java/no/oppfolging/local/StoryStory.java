package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.oppfolging.local.accidents.Accident;
import no.oppfolging.local.accidents.Accident.Point;
import no.oppfolging.platform.testing.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story, told without a disturbance once; all else is held against what was told then. It takes longest. */
@Order(1)
class StoryStory {
    private static final long SEED = 20_260_305;
    private static final boolean FULL = Numbers.areFull();
    private static final int DEATHS = 20;
    private static final int FIRST_PORT = 14_000;
    private static final int LINES_BEFORE_THE_STORY = 9;
    private static final int LINES_OF_A_STORY = 30;
    private static final Pattern WHAT_CAME_OF_IT = Pattern.compile("What came of it\\R(.*?)\\R\\R", Pattern.DOTALL);
    private static final Pattern COPIES = Pattern.compile("copies of mails, .*: (\\d+)");

    @TempDir
    private static Path undisturbed;

    private static String port = "";
    private static String told = "";

    @TempDir
    private Path temporary;

    @BeforeAll
    static void tellItUndisturbed() throws Exception {
        port = String.valueOf(freePorts());
        try (var story = Program.start(undisturbed, story(undisturbed))) {
            told = story.rest();
            assertThat(story.awaitEnd()).as(told).isZero();
        }
    }

    @Test
    void a_sick_leave_is_told_from_beginning_to_end_and_told_again_by_the_logs() {
        assertThat(told)
                .contains("[aml § 4-6 (3)]", "[aml § 4-6 (4)]")
                .contains("finds the deadline of DM1", "finds the deadline of PLAN", "MISSED")
                .contains("closes Kari's case")
                .contains("4 notices were sent, each as one mail: yes")
                .contains("one trace leads from HR's message through all four services to the mails: yes")
                .contains("All is as it was told.")
                .doesNotContain("A service did not answer", "Could not stop");
        assertThat(copies(told)).isZero();
    }

    @Test
    void what_was_broken_on_purpose_is_named() throws Exception {
        if (FULL) {
            assertThat(broken("m1"))
                    .contains("a message is dropped: ")
                    .containsPattern("differs: oppfolging\\.case\\.v1: the message of event \\d+, .* is missing");
        }
        assertThat(broken("9"))
                .contains("one byte is changed of case-service: event 9")
                .containsPattern("differs: case-service: event 9, case\\.\\w+, is not what was stored");
    }

    private static String broken(String what) throws Exception {
        var arguments = new ArrayList<>(List.of(story(undisturbed)));
        arguments.addAll(List.of("--break", what));
        try (var story = Program.start(undisturbed, arguments.toArray(String[]::new))) {
            var said = story.rest();
            assertThat(story.awaitEnd()).as(said).isEqualTo(1);
            return said;
        }
    }

    @Test
    void however_often_its_teller_is_killed_it_ends_as_if_nothing_had_happened() throws Exception {
        var folder = temporary.resolve("0");
        var deaths = 0;
        var betweenMailAndEvent = 0;
        for (var planned : planned()) {
            var accident = planned.accident();
            if (died(planned, folder)) {
                deaths++;
                betweenMailAndEvent += accident.filter(it -> it.point() == Point.BETWEEN_MAIL_AND_EVENT)
                                .isPresent()
                        ? 1
                        : 0;
            } else {
                mustEndAsUndisturbed(folder, deaths, betweenMailAndEvent);
                folder = temporary.resolve(
                        String.valueOf(Integer.parseInt(folder.getFileName().toString()) + 1));
                deaths = 0;
                betweenMailAndEvent = 0;
            }
        }
        mustEndAsUndisturbed(folder, deaths, betweenMailAndEvent);
    }

    /** A death at a point in what a service does, or from outside after so many lines and milliseconds. */
    private record Death(Optional<Accident> accident, int line, int pause) {
        static Death at(Point point, int time) {
            return new Death(Optional.of(new Accident(point, time)), 0, 0);
        }

        static Death somewhere(SplittableRandom random) {
            var line = LINES_BEFORE_THE_STORY + random.nextInt(LINES_OF_A_STORY);
            return new Death(Optional.empty(), line, random.nextInt(400));
        }
    }

    /** The death that nobody can undo, of which a mail may have gone out; when there is time all points, and some. */
    private static List<Death> planned() {
        var betweenMailAndEvent = Death.at(Point.BETWEEN_MAIL_AND_EVENT, 1);
        if (!FULL) {
            return List.of(betweenMailAndEvent);
        }
        var named = List.of(
                Death.at(Point.BETWEEN_EFFECT_AND_HEARD, 3),
                Death.at(Point.BETWEEN_APPEND_AND_TOKEN, 4),
                Death.at(Point.BETWEEN_ACKNOWLEDGEMENT_AND_TOKEN, 2),
                betweenMailAndEvent);
        var random = new SplittableRandom(SEED);
        var kinds = new ArrayList<Optional<Point>>();
        Stream.of(Point.values()).map(Optional::of).forEach(kinds::add);
        kinds.add(Optional.empty());
        var seeded = Stream.generate(() -> kinds.get(random.nextInt(kinds.size())))
                .map(kind -> kind.map(point -> Death.at(point, random.nextInt(1, 5)))
                        .orElseGet(() -> Death.somewhere(random)))
                .limit(DEATHS - named.size());
        return Stream.concat(named.stream(), seeded).toList();
    }

    /** Whether it died as planned; it may have come to its end before. */
    private boolean died(Death planned, Path folder) throws Exception {
        if (planned.accident().isPresent()) {
            var accident = planned.accident().get();
            try (var story = Program.startTo(accident, temporary, story(folder))) {
                var said = story.rest();
                assertThat(story.awaitEnd())
                        .as(accident + ": " + said)
                        .isIn(Accident.KILLED, FULL ? 0 : Accident.KILLED);
                return story.awaitEnd() == Accident.KILLED;
            }
        }
        try (var story = Program.start(temporary, story(folder))) {
            for (var line = 0; line < planned.line(); line++) {
                if (story.nextLine().isEmpty()) {
                    return false;
                }
            }
            TimeUnit.MILLISECONDS.sleep(planned.pause());
            story.kill();
            return true;
        }
    }

    private void mustEndAsUndisturbed(Path folder, int deaths, int betweenMailAndEvent) throws Exception {
        try (var story = Program.start(temporary, story(folder))) {
            var said = story.rest();
            assertThat(story.awaitEnd()).as(said).isZero();
            assertThat(story.servers()).as("PostgreSQL of any of them").isEmpty();
            assertThat(whatCameOfIt(said)).isEqualTo(whatCameOfIt(told));
            assertThat(said)
                    .contains("4 notices were sent, each as one mail: yes")
                    .contains("one trace leads from HR's message through all four services to the mails: yes")
                    .contains("All is as it was told.");
            assertThat(copies(said))
                    .as("copies of mails, each sent again because its sender died")
                    .isBetween(betweenMailAndEvent, deaths);
        }
    }

    private static String whatCameOfIt(String said) {
        var found = WHAT_CAME_OF_IT.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }

    private static int copies(String said) {
        var found = COPIES.matcher(said);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String[] story(Path folder) {
        return new String[] {"story", "--data", folder.resolve("data").toString(), "--port", port};
    }

    /**
     * The first of five that nobody is given who asks for any that is free, so that they stay free between the runs.
     */
    private static int freePorts() throws Exception {
        var first = FIRST_PORT;
        while (!areFree(first)) {
            first += 5;
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

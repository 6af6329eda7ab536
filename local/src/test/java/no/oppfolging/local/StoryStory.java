package no.oppfolging.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
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
import no.oppfolging.local.canaries.WrittenLog;
import no.oppfolging.platform.testing.Numbers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The story, told without a disturbance once; all else is held against what was told then. Whoever is to die tells it
 * in a JVM of its own, and with {@code -Pfull} everybody.
 */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class StoryStory {
    private static final long SEED = 20_260_305;
    private static final boolean FULL = Numbers.areFull();
    private static final int DEATHS = 20;
    private static final int LINES_BEFORE_THE_STORY = 9;
    private static final int LINES_OF_A_STORY = 30;
    private static final Pattern WHAT_CAME_OF_IT = Pattern.compile("What came of it\\R(.*?)\\R\\R", Pattern.DOTALL);
    private static final Pattern COPIES = Pattern.compile("copies of mails, .*: (\\d+)");

    @TempDir
    private static Path shared;

    private static @Nullable Undisturbed undisturbed;

    @TempDir
    private Path temporary;

    /** What was told, and where it can be told on. */
    private record Undisturbed(String told, Path folder, int port) {}

    /** Tells it when somebody first asks. */
    private static synchronized Undisturbed undisturbed() throws Exception {
        if (undisturbed == null) {
            var port = FivePorts.free();
            undisturbed = new Undisturbed(told(true, shared, story(shared, port)), shared, port);
        }
        return undisturbed;
    }

    @Test
    void a_sick_leave_is_told_from_beginning_to_end_and_told_again_by_the_logs() throws Exception {
        assertThat(undisturbed().told())
                .contains("[aml § 4-6 (3)]", "[aml § 4-6 (4)]")
                .contains("finds the deadline of DM1", "finds the deadline of PLAN", "MISSED")
                .contains("closes Kari's case")
                .contains("4 notices were sent, each as one mail: yes")
                .contains("one trace leads from HR's message through all four services to the mails: yes")
                .contains("All is as it was told.")
                .doesNotContain("A service did not answer", "Could not stop");
        assertThat(copies(undisturbed().told())).isZero();
    }

    @Test
    void what_was_broken_on_purpose_is_named() throws Exception {
        var folder = undisturbed().folder();
        var story = story(folder, undisturbed().port());
        if (FULL) {
            assertThat(told(false, folder, and(story, "--break", "m1")))
                    .contains("a message is dropped: ")
                    .containsPattern("differs: oppfolging\\.case\\.v1: the message of event \\d+, .* is missing");
        }
        assertThat(told(false, folder, and(story, "--break", "9")))
                .contains("one byte is changed of case-service: event 9")
                .containsPattern("differs: case-service: event 9, case\\.\\w+, is not what was stored");
    }

    @Test
    void however_often_its_teller_is_killed_it_ends_as_if_nothing_had_happened() throws Exception {
        var port = FivePorts.free();
        var folder = temporary.resolve("0");
        var deaths = 0;
        var betweenMailAndEvent = 0;
        for (var planned : planned()) {
            var accident = planned.accident();
            if (died(planned, story(folder, port))) {
                deaths++;
                betweenMailAndEvent += accident.filter(it -> it.point() == Point.BETWEEN_MAIL_AND_EVENT)
                                .isPresent()
                        ? 1
                        : 0;
            } else {
                mustEndAsUndisturbed(story(folder, port), deaths, betweenMailAndEvent);
                folder = temporary.resolve(
                        String.valueOf(Integer.parseInt(folder.getFileName().toString()) + 1));
                deaths = 0;
                betweenMailAndEvent = 0;
            }
        }
        mustEndAsUndisturbed(story(folder, port), deaths, betweenMailAndEvent);
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
    private boolean died(Death planned, String... story) throws Exception {
        if (planned.accident().isPresent()) {
            var accident = planned.accident().get();
            try (var teller = Program.startTo(accident, temporary, story)) {
                var said = teller.rest();
                assertThat(teller.awaitEnd())
                        .as(accident + ": " + said)
                        .isIn(Accident.KILLED, FULL ? 0 : Accident.KILLED);
                return teller.awaitEnd() == Accident.KILLED;
            }
        }
        try (var teller = Program.start(temporary, story)) {
            for (var line = 0; line < planned.line(); line++) {
                if (teller.nextLine().isEmpty()) {
                    return false;
                }
            }
            TimeUnit.MILLISECONDS.sleep(planned.pause());
            teller.kill();
            return true;
        }
    }

    private void mustEndAsUndisturbed(String[] story, int deaths, int betweenMailAndEvent) throws Exception {
        var said = told(true, temporary, story);
        assertThat(whatCameOfIt(said)).isEqualTo(whatCameOfIt(undisturbed().told()));
        assertThat(said)
                .contains("4 notices were sent, each as one mail: yes")
                .contains("one trace leads from HR's message through all four services to the mails: yes")
                .contains("All is as it was told.");
        assertThat(copies(said))
                .as("copies of mails, each sent again because its sender died")
                .isBetween(betweenMailAndEvent, deaths);
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

    /** All that is said and logged until the end, after which nothing runs on. */
    private static String told(boolean asItWas, Path temporary, String... story) throws Exception {
        var told = FULL ? toldByItself(asItWas, temporary, story) : toldHere(asItWas, temporary, story);
        assertThat(Program.serversIn(temporary)).isEmpty();
        return told;
    }

    private static String toldByItself(boolean asItWas, Path temporary, String... story) throws Exception {
        try (var teller = Program.start(temporary, story)) {
            var said = teller.rest();
            assertThat(teller.awaitEnd()).as(said).isEqualTo(asItWas ? 0 : 1);
            return said;
        }
    }

    /** In this JVM, which does it in half of the time once it has done it. */
    private static synchronized String toldHere(boolean asItWas, Path temporary, String... story) throws Exception {
        Oppfolging.beforeAnythingIsLoaded();
        var log = Files.createTempFile(temporary, "story", ".log");
        var said = new ByteArrayOutputStream();
        try (var _ = new WrittenLog(log)) {
            var options = StoryOptions.parse(List.of(story).subList(1, story.length));
            assertThat(Oppfolging.isAsTold(options, new PrintStream(said, true, UTF_8)))
                    .as(said.toString(UTF_8))
                    .isEqualTo(asItWas);
        }
        return said.toString(UTF_8) + Files.readString(log);
    }

    private static String[] story(Path folder, int port) {
        return new String[] {"story", "--data", folder.resolve("data").toString(), "--port", String.valueOf(port)};
    }

    private static String[] and(String[] story, String... more) {
        return Stream.concat(Stream.of(story), Stream.of(more)).toArray(String[]::new);
    }
}

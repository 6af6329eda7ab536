package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every meter of ours: a noun of a noun, tags from a closed list, and no id in a tag. */
public final class MeterRules {
    private static final Pattern SAMPLE = Pattern.compile("(oppfolging_[a-z_]+)(?:\\{([^}]*)})? .*");
    private static final Pattern TAG = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}|[0-9]{9}|@");
    /** The upper end of a histogram's bucket: a number of ours. */
    private static final String BUCKET = "le";

    private static final Set<String> TAGS = Set.of(
            "follower",
            "producer",
            "reason",
            "kind",
            "outcome",
            "state",
            "channel",
            "type",
            "handler",
            "error",
            "view",
            "le");

    private MeterRules() {}

    /** @param exposed what {@code /actuator/prometheus} says */
    public static void mustHold(String exposed) {
        var ours = exposed.lines().filter(line -> line.startsWith("oppfolging")).toList();
        assertThat(ours).isNotEmpty();
        for (var line : ours) {
            var sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            assertThat(sample.group(1).split("_")).as(line).hasSizeGreaterThanOrEqualTo(3);
            var tags = TAG.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (tags.find()) {
                assertThat(TAGS).as(line).contains(tags.group(1));
                if (!tags.group(1).equals(BUCKET)) {
                    assertThat(tags.group(2)).as(line).doesNotContainPattern(ID);
                }
            }
        }
    }
}

package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.oppfolging.platform.testing.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five years of absences of many people: two thousand here, a million with {@code -Pfull}. */
class DryRunAtScaleTest {
    private static final int A_MILLION = 1_000_000;
    private static final int ABSENCES = Numbers.areFull() ? A_MILLION : 2_000;
    private static final int OF_ONE_EMPLOYMENT = 10;
    private static final int EMPLOYMENTS = ABSENCES / OF_ONE_EMPLOYMENT;
    private static final int UNDER_A_USED_ID = ABSENCES / 50;
    private static final int MESSAGES = EMPLOYMENTS + ABSENCES + UNDER_A_USED_ID;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2021-06-01");
    private static final int FIVE_YEARS = 1826;

    @TempDir
    private Path temporary;

    @Test
    void the_same_file_shuffled_with_every_message_doubled_gives_the_same_report_byte_for_byte() throws IOException {
        var inOrder = written("in-order.jsonl", new Order(1, false));
        var shuffled = written("shuffled.jsonl", new Order(2, true));

        var progress = new ByteArrayOutputStream();
        var report = reportOn(inOrder, progress);

        assertThat(reportOn(shuffled, new ByteArrayOutputStream())).isEqualTo(report);
        if (ABSENCES == A_MILLION) {
            assertThat(progress.toString(UTF_8)).contains("Read ", "Reckoned ");
        }
    }

    /** How often each message stands in the file, and whether they lie in order. */
    private record Order(int times, boolean shuffled) {
        int[] messages() {
            var all = new int[times * MESSAGES];
            for (var i = 0; i < all.length; i++) {
                all[i] = i % MESSAGES;
            }
            if (shuffled) {
                var random = new Random(7);
                for (var i = all.length - 1; i > 0; i--) {
                    var other = random.nextInt(i + 1);
                    var kept = all[i];
                    all[i] = all[other];
                    all[other] = kept;
                }
            }
            return all;
        }
    }

    private Path written(String name, Order order) throws IOException {
        var file = temporary.resolve(name);
        try (var out = Files.newBufferedWriter(file)) {
            for (var message : order.messages()) {
                out.write(line(message));
                out.write('\n');
            }
        }
        return file;
    }

    private static String line(int message) {
        if (message < EMPLOYMENTS) {
            return employment(message);
        }
        var absence = message - EMPLOYMENTS;
        return absence < ABSENCES ? absence(absence, absence) : absence(absence - ABSENCES, absence);
    }

    private static String employment(int number) {
        return message(
                new UUID(1, number),
                "EmploymentStarted",
                employmentId(number),
                "\"revision\":1,\"validFrom\":\"2010-01-01\",\"person\":{\"personId\":\"" + new UUID(2, number)
                        + "\",\"name\":\"Kari Nordmann\"},\"unit\":{\"id\":\"u\",\"name\":\"Lageret\"}");
    }

    /**
     * What it says follows from its number alone, so that the file can be made in any order.
     *
     * @param id the number it comes under
     */
    private static String absence(int id, int number) {
        var random = new Random(number * 31L + 5);
        var from = FIRST_DAY.plusDays(random.nextInt(FIVE_YEARS));
        var grade = 10 * (1 + random.nextInt(10));
        return message(
                new UUID(3, id),
                "AbsenceReported",
                employmentId(number % EMPLOYMENTS),
                "\"absenceId\":\"" + new UUID(4, number) + "\",\"revision\":1,\"kind\":\"SICK_NOTE\",\"from\":\"" + from
                        + "\",\"to\":\"" + from.plusDays(random.nextInt(40)) + "\",\"grade\":" + grade);
    }

    private static UUID employmentId(int number) {
        return new UUID(5, number);
    }

    private static String message(UUID id, String type, UUID employment, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id
                + "\",\"source\":\"https://hr.example.no\",\"type\":\"no.oppfolging.hr."
                + type
                + ".v1\",\"time\":\"2026-01-05T08:00:00Z\",\"datacontenttype\":\"application/json\",\"subject\":\""
                + employment + "\",\"organisation\":\"310987662\",\"data\":{\"employmentId\":\"" + employment + "\","
                + data
                + "}}";
    }

    /** Only what it hashes to: a report on a million absences is large. */
    private static String reportOn(Path feed, OutputStream progress) {
        try {
            var digest = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
            DryRun.run(
                    new DryRunOptions(feed, Optional.of(Trial.TODAY), true),
                    Clock.fixed(Trial.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
                    new PrintStream(digest, false, UTF_8),
                    new PrintStream(progress, false, UTF_8));
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

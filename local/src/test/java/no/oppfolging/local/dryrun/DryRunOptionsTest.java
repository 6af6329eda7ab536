package no.oppfolging.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.local.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunOptionsTest {
    private static final String FEED = DryRunTest.DEADLINES.toString();

    @TempDir
    private Path folder;

    @Test
    void are_a_file_a_day_and_a_form_in_any_order() {
        assertThat(DryRunOptions.parse(List.of(FEED)))
                .isEqualTo(new DryRunOptions(Path.of(FEED), Optional.empty(), false));
        assertThat(DryRunOptions.parse(List.of("--json", "--as-of", "2026-06-17", FEED)))
                .isEqualTo(new DryRunOptions(Path.of(FEED), Optional.of(LocalDate.parse("2026-06-17")), true));
    }

    @Test
    void that_cannot_be_followed_are_named_in_one_sentence() {
        complains("dry-run needs a file of HR messages, one a line.");
        complains("There is no file nowhere.jsonl.", "nowhere.jsonl");
        complains(folder + " is a folder; dry-run reads a file of HR messages, one a line.", folder.toString());
        complains("dry-run reads one file, not both " + FEED + " and other.jsonl.", FEED, "other.jsonl");
        complains("--as-of needs a date such as 2026-06-17, not \"17.6.2026\".", FEED, "--as-of", "17.6.2026");
        complains("--as-of needs a date such as 2026-06-17, not \"2026-02-30\".", FEED, "--as-of", "2026-02-30");
        complains("--as-of needs a date such as 2026-06-17, not \"-9999-01-01\".", FEED, "--as-of", "-9999-01-01");
        complains("--as-of needs a value.", FEED, "--as-of");
        complains("Unknown option --jsno; known are --as-of DATE and --json.", FEED, "--jsno");
    }

    private static void complains(String sentence, String... arguments) {
        assertThatThrownBy(() -> DryRunOptions.parse(List.of(arguments)))
                .isInstanceOf(Complaint.class)
                .hasMessage(sentence);
    }
}

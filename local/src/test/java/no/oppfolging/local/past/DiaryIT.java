package no.oppfolging.local.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import no.oppfolging.local.past.Diary.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaryIT {
    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

    @TempDir
    private Path folder;

    @Test
    void begins_half_a_year_ago_and_goes_on_from_the_last_day_that_was_told() {
        var diary = new Diary(folder);
        assertThat(diary.isBegun()).isFalse();
        assertThat(Past.begin(diary, NOW)).isEqualTo(Instant.parse("2025-08-13T08:00:00Z"));
        assertThat(new Diary(folder).read()).isEqualTo(new Entry(TODAY, -204, -205));
        assertThat(diary.isBlank()).isTrue();
        diary.note(-42);
        assertThat(diary.isBlank()).isFalse();
        assertThat(new Diary(folder).read()).isEqualTo(new Entry(TODAY, -204, -42));
        assertThat(diary.read().isOver()).isFalse();
        diary.note(0);
        assertThat(diary.read().isOver()).isTrue();
    }

    @Test
    void may_begin_today() {
        var diary = new Diary(folder);
        Past.beginToday(diary, NOW);
        assertThat(diary.read()).isEqualTo(new Entry(TODAY, 0, -1));
    }

    @Test
    void of_a_folder_in_which_everything_was_told_at_once_is_over() throws Exception {
        Files.createFile(folder.resolve("told"));
        assertThat(new Diary(folder).read().isOver()).isTrue();
    }
}

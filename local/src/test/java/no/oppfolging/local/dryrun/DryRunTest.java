package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    static final Path DEADLINES = ConformanceTest.KIT.resolve("deadlines.jsonl");
    static final Path REFUSALS = ConformanceTest.KIT.resolve("refusals.jsonl");

    @TempDir
    private Path temporary;

    @Test
    void is_as_of_today_when_no_day_is_named() {
        assertThat(new Trial.Asked(DEADLINES, Optional.empty()).json())
                .isEqualTo(Trial.of(DEADLINES).json());
    }

    @Test
    void on_an_earlier_day_hears_every_message_and_judges_less() {
        var may = new Trial.Asked(DEADLINES, Optional.of(LocalDate.parse("2026-03-31"))).json();

        assertThat(may.lines().filter(line -> line.contains("e0000001")))
                .singleElement()
                .asString()
                .contains("\"end\":\"2026-07-31\",\"sickDays\":149,\"weeks\":3,")
                .doesNotContain("MISSED");
    }

    @Test
    void tells_in_the_words_of_the_pages_when_json_is_not_asked_for() {
        assertThat(Trial.of(DEADLINES).run(false).output())
                .startsWith("Prøvekjøring per 17.06.2026. Ingenting er lagret, og ingen er varslet.")
                .contains("Sak 05.03.2026–31.07.2026: 149 sykedager, 15 hele uker, helt borte på siste dag")
                .contains("Oppfølgingsplan            29.03.2026  27.03.2026  2021-06-01  aml § 4-6 (3)")
                .contains("Sak 20.05.2026–17.06.2026 (pågår): 29 sykedager");
        assertThat(Trial.of(REFUSALS).run(false).output())
                .contains("absence-ends-before-it-begins: Fraværet slutter før det begynner.")
                .contains("schema-maximum: Verdien er for høy.")
                .contains("employment-of-another-person: Arbeidsforholdet hører til en annen person.")
                .contains("message-not-json: Meldingen er ikke gyldig JSON.")
                .contains("message-id-reused: Meldingens id er brukt før, med et annet innhold.")
                .endsWith("Saker: 1. Avviste meldinger: 21." + System.lineSeparator());
    }

    @Test
    void is_written_in_letters_the_terminal_has_or_else_in_unicode() {
        assertThat(DryRun.norwegian(UTF_8)).isEqualTo(UTF_8);
        assertThat(DryRun.norwegian(Charset.forName("windows-1252"))).isEqualTo(Charset.forName("windows-1252"));
        assertThat(DryRun.norwegian(US_ASCII)).isEqualTo(UTF_8);
    }

    @Test
    void names_the_lines_that_carry_no_readable_id() {
        assertThat(Trial.of(REFUSALS).run(true).errors().lines())
                .containsExactly("Line 19 is refused: message-not-json", "Line 20 is refused: message-not-json");
    }

    @Test
    void refuses_a_line_that_is_too_large_and_reads_on() throws IOException {
        var feed = temporary.resolve("feed.jsonl");
        Files.writeString(feed, "\uFEFF" + Files.readString(DEADLINES) + "x".repeat(1 << 20) + "\r\n\r\n");

        assertThat(Trial.of(feed).json())
                .isEqualTo(
                        ConformanceTest.expected("deadlines")
                                .replace(
                                        "\"rejected\":[\n]",
                                        "\"rejected\":[\n{\"messageId\":null,\"pointer\":\"\",\"rule\":\"message-too-large\"}\n]"));
    }

    @Test
    void tells_of_lines_without_an_id_in_the_order_of_what_is_wrong_whatever_their_ends() throws IOException {
        var feed = temporary.resolve("feed.jsonl");
        var lines = List.of("{\"type\":\"x\"}", "[1]", "{\"a\":1,\"a\":2}", "{\"specversion\":\"1.0\",\"type\":\"x\"}");

        for (var end : List.of("\n", "\r\n")) {
            Files.writeString(feed, String.join(end, lines));

            assertThat(Trial.of(feed).json()).isEqualTo("""
                    {"cases":[
                    ],"rejected":[
                    {"messageId":null,"pointer":"","rule":"message-not-cloudevent"},
                    {"messageId":null,"pointer":"","rule":"message-not-json"},
                    {"messageId":null,"pointer":"","rule":"message-not-json"},
                    {"messageId":null,"pointer":"/type","rule":"message-from-another-producer"}
                    ]}
                    """);
        }
    }

    @Test
    void of_an_empty_file_tells_of_nothing() throws IOException {
        assertThat(Trial.of(Files.createFile(temporary.resolve("feed.jsonl"))).json())
                .isEqualTo("{\"cases\":[\n],\"rejected\":[\n]}\n");
    }
}

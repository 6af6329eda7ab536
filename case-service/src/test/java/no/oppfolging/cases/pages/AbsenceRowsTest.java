package no.oppfolging.cases.pages;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.oppfolging.platform.messaging.FileDoor;
import no.oppfolging.platform.messaging.FileDoor.Line.LetIn;
import no.oppfolging.platform.messaging.FileDoor.Line.TurnedBack;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AbsenceRowsTest {
    private static final String JOB = "0b22f40b-b71c-46c9-93f0-1befd99951a3";
    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

    private static List<AbsenceRows.Row> rows(String text) {
        return AbsenceRows.of(Csv.read(text), _ -> Optional.of("312345609"), NOW);
    }

    private static byte[] bytes(AbsenceRows.Row row) {
        return row.message().getBytes(UTF_8);
    }

    private static JsonNode data(AbsenceRows.Row row) {
        return JsonMapper.shared().readTree(row.message()).path("data");
    }

    @Test
    void are_read_with_norwegian_separators_dates_and_words_and_fit_the_contract() {
        var rows = rows("Arbeidsforhold;Type;Fra;Til;Grad\r\n" + JOB + ";Sykmelding;5.3.2026;31.03.2026;50 %\r\n\r\n");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(2);
        var data = data(rows.getFirst());
        assertThat(data.path("kind").asString()).isEqualTo("SICK_NOTE");
        assertThat(data.path("from").asString()).isEqualTo("2026-03-05");
        assertThat(data.path("to").asString()).isEqualTo("2026-03-31");
        assertThat(data.path("grade").asInt()).isEqualTo(50);
        assertThat(new FileDoor().read(2, bytes(rows.getFirst()))).isInstanceOf(LetIn.class);
    }

    @Test
    void are_the_same_message_however_often_they_are_handed_in() {
        var text = "arbeidsforhold;type;fra;til;grad\n" + JOB + ";sykmelding;5.3.2026;31.3.2026;100\n";

        assertThat(JsonMapper.shared().readTree(rows(text).getFirst().message()).path("id"))
                .isEqualTo(JsonMapper.shared()
                        .readTree(rows(text).getFirst().message())
                        .path("id"));
    }

    @Test
    void are_not_the_same_message_where_they_speak_for_another_organisation() {
        var ids = rows("arbeidsforhold;type;fra;til;grad;organisasjonsnummer\n" + JOB
                        + ";sykmelding;5.3.2026;31.3.2026;100;312345609\n" + JOB
                        + ";sykmelding;5.3.2026;31.3.2026;100;889640782\n")
                .stream()
                .map(row -> JsonMapper.shared().readTree(row.message()).path("id"))
                .toList();

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void that_cannot_be_read_are_refused_by_the_contract_where_they_are_wrong() {
        var rows = rows("arbeidsforhold;type;fra;til;grad\n" + JOB + ";sykmelding;31.2.2026;1.4.2026;100\n" + JOB
                + ";forkjølet;1.3.2026;1.4.2026;100\n" + JOB + ";sykmelding;1.3.2026;1.4.2026;halv\n");

        assertThat(rows.stream()
                        .map(row -> new FileDoor().read(row.number(), bytes(row)))
                        .map(line -> ((TurnedBack) line).rule().pointer()))
                .containsExactly("/data/from", "/data/kind", "/data/grade");
    }

    @Test
    void are_withdrawn_by_the_word_for_it() {
        var rows = rows(
                "arbeidsforhold;fravær;revisjon;type\n" + JOB + ";1888101d-ae1d-4fc2-8564-4effea112766;2;trukket\n");

        assertThat(new FileDoor().read(2, bytes(rows.getFirst())))
                .isInstanceOfSatisfying(
                        LetIn.class,
                        line -> assertThat(line.message().type().name()).isEqualTo("AbsenceWithdrawn"));
    }

    @Test
    void keep_what_is_quoted_together_and_come_back_as_they_were() {
        var lines = Csv.read("a;\"b;\"\"c\"\"\"\r\n\"d\ne\";\n");

        assertThat(lines).containsExactly(List.of("a", "b;\"c\""), List.of("d\ne", ""));
        assertThat(Csv.read(Csv.write(lines))).isEqualTo(lines);
    }

    @Test
    void are_read_with_a_byte_order_mark_and_as_older_spreadsheets_save_them() {
        assertThat(AbsenceRows.text("\uFEFFfravær".getBytes(UTF_8))).isEqualTo("fravær");
        assertThat(AbsenceRows.text("fravær".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("fravær");
        assertThat(AbsenceRows.text("fravær".getBytes(UTF_16))).isEqualTo("fravær");
        assertThat(AbsenceRows.text("\uFEFFfravær".getBytes(UTF_16LE))).isEqualTo("fravær");
    }

    @Test
    void are_read_as_spreadsheets_of_other_countries_save_them() {
        var lines = List.of(List.of("type", "fra", "til"), List.of("ferie", "5.3.2026", "6;7"));

        assertThat(Csv.readAsSaved("type;fra;til\nferie;5.3.2026;\"6;7\"\n")).isEqualTo(lines);
        assertThat(Csv.readAsSaved("type,fra,til\nferie,5.3.2026,6;7\n")).isEqualTo(lines);
        assertThat(Csv.readAsSaved("type\tfra\ttil\r\nferie\t5.3.2026\t6;7\r\n"))
                .isEqualTo(lines);
    }

    @Test
    void may_be_shorter_and_longer_than_their_headings() {
        assertThat(Csv.read("type;fra\nferie\nferie;5.3.2026;;\n"))
                .containsExactly(List.of("type", "fra"), List.of("ferie"), List.of("ferie", "5.3.2026", "", ""));
        assertThatThrownBy(() -> Csv.read("x;".repeat(100_000))).isInstanceOf(Csv.Broken.class);
    }

    @Test
    void stand_under_headings_that_are_there_once() {
        assertThat(AbsenceRows.twice(List.of("Fra", "til", "fra ", "merknad", "merknad")))
                .containsExactly("fra");
    }

    @Test
    void come_from_the_first_sheet_of_a_workbook_too() throws Exception {
        var workbook = workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c><c r="B1" t="inlineStr"><is><t>fra</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>sykmelding</t></is></c><c r="B2" s="1"><v>46086</v></c></row>
                """);

        var noDay = workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1e300</v></c></row>");

        assertThat(Spreadsheet.lines(noDay)).containsExactly(List.of("1E+300"));
        assertThat(Spreadsheet.is(workbook)).isTrue();
        assertThat(Spreadsheet.lines(workbook))
                .containsExactly(List.of("type", "fra"), List.of("sykmelding", "2026-03-05"));
    }

    @Test
    void come_from_what_a_formula_has_come_to_and_from_parts_of_a_hundred() throws Exception {
        var workbook = workbook("""
                <row r="1"><c r="A1" s="1"><f>TODAY()</f><v>46086</v></c>
                  <c r="B1" s="2"><v>0.57</v></c><c r="C1" s="2"><f>1-0.495</f><v>0.505</v></c>
                  <c r="D1" t="str" s="1"><f>"a"</f><v>a</v></c><c r="E1" s="1"><f>TODAY()</f></c>
                  <c r="F1" s="2"><v>1e999999999</v></c><c r="G1"><f>1+1</f><v>2</v></c></row>
                """);

        assertThat(Spreadsheet.lines(workbook).getFirst().subList(0, 5))
                .containsExactly("2026-03-05", "57 %", "50.5 %", "a", "");
        assertThat(Spreadsheet.lines(workbook).getFirst().getLast()).isEqualTo("2");
    }

    @Test
    void are_told_to_be_unreadable_where_a_workbook_is_broken() {
        assertThatThrownBy(() -> Spreadsheet.lines("PK\u0003\u0004broken".getBytes(UTF_8)))
                .isInstanceOf(Spreadsheet.Unreadable.class);
    }

    @Test
    void are_told_to_be_unreadable_where_a_workbook_would_fill_the_memory() throws Exception {
        var far = workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>");
        var hidden = workbook("<row r=\"1\"><c r=\"&#90;ZZZZZ1\"><v>1</v></c></row>");
        var packed =
                workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>" + "a".repeat(30_000_000) + "</t></is></c></row>");

        assertThat(packed.length).isLessThan(1_000_000);
        var named = workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "sheet1.dat", UTF_8);
        var wide = workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "sheet1.XML", UTF_16);

        for (var hostile : List.of(far, hidden, packed, named, wide)) {
            assertThatThrownBy(() -> Spreadsheet.lines(hostile)).isInstanceOf(Spreadsheet.Unreadable.class);
        }
    }

    private static byte[] workbook(String rows) throws IOException {
        return workbook(rows, "sheet1.xml", UTF_8);
    }

    private static byte[] workbook(String rows, String sheet, Charset letters) throws IOException {
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var packaged = "http://schemas.openxmlformats.org/package/2006/";
        var parts = Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"" + packaged
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                        + "</Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + related
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + related
                        + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + related
                        + "/worksheet\" Target=\"worksheets/" + sheet + "\"/><Relationship Id=\"r2\" Type=\"" + related
                        + "/styles\" Target=\"styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main
                        + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
                "xl/worksheets/" + sheet,
                "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                var in = part.getKey().endsWith(sheet) ? letters : UTF_8;
                zip.write(("<?xml version=\"1.0\" encoding=\"" + in + "\"?>" + part.getValue()).getBytes(in));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

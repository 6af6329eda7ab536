package no.oppfolging.cases.pages;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines of cells with semicolons between, as Norwegian spreadsheets read and save them. */
final class Csv {
    private static final char SEPARATOR = ';';

    private Csv() {}

    static List<List<String>> read(String text) {
        try (var lines = CsvReader.builder()
                .fieldSeparator(SEPARATOR)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            return lines.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(List<List<String>> lines) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder()
                .fieldSeparator(SEPARATOR)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

package no.oppfolging.cases.pages;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines of cells with semicolons between, as Norwegian spreadsheets read and save them; or as others do. */
final class Csv {
    private static final char SEPARATOR = ';';
    private static final List<Character> OF_OTHERS = List.of(',', '\t');

    private Csv() {}

    /** No lines of cells can be told in it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(CsvParseException cause) {
            super(cause);
        }
    }

    static List<List<String>> read(String text) {
        return read(text, SEPARATOR);
    }

    /** With whatever stands oftenest between the headings. */
    static List<List<String>> readAsSaved(String text) {
        var headings = text.lines().findFirst().orElse("");
        var separator = SEPARATOR;
        for (var other : OF_OTHERS) {
            separator = count(headings, other) > count(headings, separator) ? other : separator;
        }
        return read(text, separator);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    private static List<List<String>> read(String text, char separator) {
        try (var lines = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            return lines.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException e) {
            throw new Broken(e);
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

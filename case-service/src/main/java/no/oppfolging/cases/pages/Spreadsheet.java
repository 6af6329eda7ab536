package no.oppfolging.cases.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook as lines of cells; dates as they would stand in a file of text. */
final class Spreadsheet {
    /** More rows than a form may carry; a workbook is packed, and could hold any number. */
    private static final int MOST_ROWS = 5000;

    private static final int MOST_COLUMNS = 50;

    /** What a workbook of so many rows needs, and far below what would fill the memory. */
    private static final int MOST_BYTES_UNPACKED = 20_000_000;

    /**
     * Every cell and row is named by itself, within the columns a workbook can have: the reader makes room for them.
     */
    private static final Pattern STRANGE_PLACE =
            Pattern.compile("\\sr\\s*=\\s*[\"'](?!(?:[A-Z]{1,3})?[0-9]{1,7}[\"'])");

    /** What a format of numbers says in colours, in words and in marks that stand for themselves. */
    private static final Pattern NO_PART_OF_A_DATE = Pattern.compile("\\[[^\\]]*]|\"[^\"]*\"|\\\\.");

    /** A date is a number whose format says so. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private Spreadsheet() {}

    /** It is no workbook, or is broken. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(cause);
        }

        Unreadable(String why) {
            super(why);
        }
    }

    /** Whether it begins as a packed file does. */
    static boolean is(byte[] file) {
        return file.length > 2 && file[0] == 'P' && file[1] == 'K';
    }

    static List<List<String>> lines(byte[] file) throws Unreadable {
        mustBeModest(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS).map(Spreadsheet::cells).toList();
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalStateException e) {
            throw new Unreadable(e);
        }
    }

    /** Before anything makes room for it. */
    private static void mustBeModest(byte[] file) throws Unreadable {
        var left = MOST_BYTES_UNPACKED;
        try (var parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                var bytes = parts.readNBytes(left + 1);
                if (bytes.length > left) {
                    throw new Unreadable("It unpacks to too much");
                }
                left -= bytes.length;
                // A sheet may have any name, and letters of two bytes.
                var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
                if (STRANGE_PLACE.matcher(text).find()) {
                    throw new Unreadable("It has cells in strange places");
                }
            }
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(Spreadsheet::text).orElse(""));
        }
        return List.copyOf(cells);
    }

    private static String text(Cell cell) {
        var text = cell.getText() == null ? "" : cell.getText();
        return number(cell).flatMap(number -> shown(cell, number)).orElse(text);
    }

    /** What is written in it, or what its formula came to when the workbook was saved. */
    private static Optional<BigDecimal> number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return Optional.of(cell.asNumber());
        }
        if (cell.getType() != CellType.FORMULA || cell.getRawValue() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(cell.getRawValue()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A day and a part of a hundred are numbers too; the format makes them what is seen. */
    private static Optional<String> shown(Cell cell, BigDecimal number) {
        var format = cell.getDataFormatString() == null ? "" : marks(cell.getDataFormatString());
        if (format.contains("%")) {
            return Optional.of(percent(number.doubleValue()));
        }
        try {
            return format.matches("(?i).*[dy].*")
                    ? Optional.of(cell.asDate().toLocalDate().toString())
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static String percent(double part) {
        return BigDecimal.valueOf(Math.round(part * 10_000), 2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static String marks(String format) {
        return NO_PART_OF_A_DATE.matcher(format).replaceAll("");
    }
}

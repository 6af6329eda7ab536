package no.oppfolging.cases.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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

    /** A date is a number whose format says so. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private Spreadsheet() {}

    /** It is no workbook, or is broken. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(cause);
        }
    }

    /** Whether it begins as a packed file does. */
    static boolean is(byte[] file) {
        return file.length > 2 && file[0] == 'P' && file[1] == 'K';
    }

    static List<List<String>> lines(byte[] file) throws Unreadable {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS).map(Spreadsheet::cells).toList();
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalStateException e) {
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
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            LocalDateTime day = cell.asDate();
            return day.toLocalDate().toString();
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.matches("(?i).*[dy].*");
    }
}

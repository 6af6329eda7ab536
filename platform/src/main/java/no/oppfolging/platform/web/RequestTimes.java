package no.oppfolging.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The days and instants in a request's address: of the years that a calendar on a wall may show, so that all that
 * follows can count from them and keep them.
 */
final class RequestTimes implements AnnotationFormatterFactory<DateTimeFormat> {
    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    static void readBy(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new RequestTimes());
        registry.addFormatterForFieldType(
                Instant.class, (instant, _) -> instant.toString(), (text, _) -> instant(text));
    }

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(LocalDate.class);
    }

    @Override
    public Printer<LocalDate> getPrinter(DateTimeFormat format, Class<?> type) {
        return (day, _) -> day.toString();
    }

    @Override
    public Parser<LocalDate> getParser(DateTimeFormat format, Class<?> type) {
        return (text, _) -> day(text);
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        mustBeOnACalendar(day.getYear());
        return day;
    }

    static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        mustBeOnACalendar(time.getYear());
        return time.toInstant();
    }

    static void mustBeOnACalendar(int year) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new DateTimeException("No year of a calendar: " + year);
        }
    }
}

package no.oppfolging.cases.pages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.DerivedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of absences as a Norwegian spreadsheet saves them, and the message of HR's that each one is. What cannot be read
 * goes into the message as it stands, so that the contract refuses it and says where.
 */
final class AbsenceRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID FILES = UUID.fromString("7b5cf1d0-9df7-5d7e-8a56-1a4c3f7a2b60");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter NORWEGIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, String> COLUMNS = Map.of(
            "arbeidsforhold", "employmentId",
            "fravær", "absenceId",
            "revisjon", "revision",
            "type", "kind",
            "fra", "from",
            "til", "to",
            "grad", "grade",
            "organisasjonsnummer", "organisation");
    private static final Map<String, String> KINDS = Map.of(
            "sykmelding", "SICK_NOTE",
            "egenmelding", "SELF_CERTIFIED",
            "ferie", "VACATION",
            "permisjon", "LEAVE",
            "tilbake i arbeid", "BACK_AT_WORK",
            "korrigert arbeidstid", "CORRECTED_HOURS",
            "behandlingsdager", "TREATMENT_DAYS",
            "reisetilskudd", "TRAVEL_SUBSIDY");
    private static final String WITHDRAWN = "trukket";

    private AbsenceRows() {}

    /** Whose an employment is, where the rows do not say. */
    interface Employers {
        Optional<String> organisationOf(String employmentId);
    }

    /** The headings without which no row can be read; withdrawn absences need no first day. */
    static List<String> missing(List<String> headings) {
        var there = headings.stream().map(AbsenceRows::heading).toList();
        return Stream.of("arbeidsforhold", "type", "fra")
                .filter(needed -> !there.contains(needed))
                .filter(needed -> !needed.equals("fra") || !there.contains("fravær"))
                .toList();
    }

    /** The headings that stand over more than one column: nobody could tell which of them is meant. */
    static List<String> twice(List<String> headings) {
        var there = headings.stream()
                .map(AbsenceRows::heading)
                .filter(COLUMNS::containsKey)
                .toList();
        return there.stream()
                .filter(heading -> Collections.frequency(there, heading) > 1)
                .distinct()
                .toList();
    }

    /**
     * The headings of columns that say nothing of an absence here: nobody is shown them, and nothing is kept of them.
     */
    static List<String> unknown(List<String> headings) {
        return headings.stream()
                .filter(name -> !name.isBlank() && !COLUMNS.containsKey(heading(name)))
                .toList();
    }

    /** The lines without the columns that say nothing here, with a cell for each heading that is left. */
    static List<List<String>> known(List<List<String>> lines) {
        var columns = IntStream.range(0, lines.getFirst().size())
                .filter(column -> COLUMNS.containsKey(heading(lines.getFirst().get(column))))
                .toArray();
        return lines.stream()
                .map(cells -> Arrays.stream(columns)
                        .mapToObj(column -> column < cells.size() ? cells.get(column) : "")
                        .toList())
                .toList();
    }

    /** The column that a message's pointer points into. */
    static Optional<String> columnAt(String pointer) {
        var field = field(pointer);
        return field.equals("subject")
                ? Optional.of("arbeidsforhold")
                : COLUMNS.entrySet().stream()
                        .filter(column -> column.getValue().equals(field))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    static String field(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String heading(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** One row: where it stands in the file, what it says, and the message it is. */
    record Row(int number, List<String> cells, String message) {}

    static List<Row> of(List<List<String>> lines, Employers employers, Instant now) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var columns = lines.getFirst().stream()
                .map(name -> COLUMNS.getOrDefault(heading(name), ""))
                .toList();
        var rows = new ArrayList<Row>();
        for (var number = 1; number < lines.size(); number++) {
            var cells = lines.get(number);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(number + 1, cells, message(named(columns, cells), employers, now)));
            }
        }
        return rows;
    }

    private static boolean isUtf16(byte[] file) {
        return file.length > 1
                && ((file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
                        || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE));
    }

    private static Map<String, String> named(List<String> columns, List<String> cells) {
        var named = new HashMap<String, String>();
        for (var i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = cells.get(i).strip();
            if (!columns.get(i).isEmpty() && !cell.isEmpty()) {
                named.put(columns.get(i), cell);
            }
        }
        return named;
    }

    private static String message(Map<String, String> cells, Employers employers, Instant now) {
        var withdrawn = WITHDRAWN.equalsIgnoreCase(cells.get("kind"));
        var data = JSON.createObjectNode();
        put(data, "employmentId", cells.get("employmentId"));
        put(data, "absenceId", absenceId(cells));
        number(data, "revision", cells.getOrDefault("revision", "1"));
        if (!withdrawn) {
            put(data, "kind", kind(cells.get("kind")));
            put(data, "from", day(cells.get("from")));
            put(data, "to", day(cells.get("to")));
            number(data, "grade", cells.get("grade"));
        }
        var organisation = organisation(cells, employers);
        var event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        // The same row of the same organisation is the same message, however often it is handed in.
        event.put("id", DerivedId.of(FILES, organisation + " " + data).toString());
        event.put("source", "urn:oppfolging:file");
        event.put("type", "no.oppfolging.hr." + (withdrawn ? "AbsenceWithdrawn" : "AbsenceReported") + ".v1");
        event.put("time", now.toString());
        event.put("datacontenttype", "application/json");
        put(event, "subject", cells.get("employmentId"));
        put(event, "organisation", organisation);
        event.set("data", data);
        return event.toString();
    }

    private static String organisation(Map<String, String> cells, Employers employers) {
        var given = cells.get("organisation");
        return given != null
                ? given
                : employers
                        .organisationOf(cells.getOrDefault("employmentId", ""))
                        .orElse("");
    }

    /** Where HR's system has no id for it, the employment and the first day are what tells an absence from others. */
    private static @Nullable String absenceId(Map<String, String> cells) {
        var given = cells.get("absenceId");
        if (given != null || !cells.containsKey("from")) {
            return given;
        }
        return DerivedId.of(FILES, cells.get("employmentId") + "/" + day(cells.get("from")))
                .toString();
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void number(ObjectNode fields, String name, @Nullable String cell) {
        if (cell == null) {
            return;
        }
        var digits = cell.replace("%", "").strip();
        if (digits.matches("-?[0-9]{1,15}")) {
            fields.put(name, Long.parseLong(digits));
        } else {
            fields.put(name, cell);
        }
    }

    private static @Nullable String kind(@Nullable String cell) {
        return cell == null ? null : KINDS.getOrDefault(cell.toLowerCase(Locale.ROOT), cell);
    }

    private static @Nullable String day(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell, NORWEGIAN).toString();
        } catch (DateTimeParseException _) {
            return cell;
        }
    }

    /**
     * As UTF-8, with or without its mark, or as UTF-16 with its own; what is neither is what older spreadsheets on
     * Windows save.
     */
    static String text(byte[] file) {
        if (isUtf16(file)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(file, WINDOWS);
        }
    }
}

package no.oppfolging.platform.eventlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one table of a view that a batch is about: fetched at once, folded in memory and written at once, be it
 * the three events of a command or five thousand when the view is built from nothing.
 */
public final class FoldedRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> COLUMNS = new TypeReference<>() {};

    private final ViewTables tables;
    private final String table;
    private final List<String> key;
    private final Map<String, Map<List<String>, Row>> rows = new LinkedHashMap<>();
    private final Set<List<String>> stored = new HashSet<>();
    private final Set<List<String>> gone = new LinkedHashSet<>();

    FoldedRows(ViewTables tables, String table, Collection<UUID> about, List<String> key) {
        this.tables = tables;
        this.table = table;
        this.key = key;
        if (!about.isEmpty()) {
            fetch(about);
        }
    }

    /** A row as the events have left it so far. */
    public static final class Row {
        private final Map<String, @Nullable Object> columns;
        private boolean changed;

        private Row(Map<String, @Nullable Object> columns, boolean changed) {
            this.columns = columns;
            this.changed = changed;
        }

        /** What stands in a column. */
        public @Nullable Object get(String column) {
            return columns.get(column);
        }

        /** Writes a value that is read from text: an id, a day, an instant with its offset, a number, texts. */
        public Row set(String column, @Nullable Object value) {
            columns.put(column, plain(value));
            changed = true;
            return this;
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Boolean _, Number _, String[] _ -> value;
                default -> value.toString();
            };
        }
    }

    private void fetch(Collection<UUID> about) {
        tables.sql("select to_json(it)::text from view." + table + " as it where " + key.getFirst() + " = any (:about)")
                .param("about", about.toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(json -> {
                    var row = new Row(JSON.readValue(json, COLUMNS), false);
                    stored.add(keyOf(row));
                    keep(row);
                });
    }

    private List<String> keyOf(Row row) {
        return key.stream().map(column -> String.valueOf(row.get(column))).toList();
    }

    private void keep(Row row) {
        var itsKey = keyOf(row);
        rows.computeIfAbsent(itsKey.getFirst(), _ -> new LinkedHashMap<>()).put(itsKey, row);
    }

    /** Every row about something. */
    public List<Row> of(UUID about) {
        return List.copyOf(rows.getOrDefault(about.toString(), Map.of()).values());
    }

    /** The row about something with the rest of its key. */
    public Optional<Row> find(UUID about, @Nullable Object... rest) {
        return Optional.ofNullable(rows.getOrDefault(about.toString(), Map.of()).get(keyOf(about, rest)));
    }

    private static List<String> keyOf(UUID about, @Nullable Object... rest) {
        var key = new ArrayList<String>();
        key.add(about.toString());
        Arrays.stream(rest).map(String::valueOf).forEach(key::add);
        return key;
    }

    /** The row with a key, which is made where there is none; the caller gives a new one whatever may not be null. */
    public Row at(UUID about, @Nullable Object... rest) {
        return find(about, rest).orElseGet(() -> {
            var row = new Row(new LinkedHashMap<>(), true);
            row.set(key.getFirst(), about);
            for (var i = 0; i < rest.length; i++) {
                row.set(key.get(i + 1), rest[i]);
            }
            keep(row);
            return row;
        });
    }

    /** Takes away the row with a key, if there is one. */
    public void remove(UUID about, @Nullable Object... rest) {
        find(about, rest).ifPresent(this::remove);
    }

    /** Takes a row away; one that comes in its place knows nothing of it. */
    public void remove(Row row) {
        var itsKey = keyOf(row);
        rows.getOrDefault(itsKey.getFirst(), Map.of()).remove(itsKey);
        if (stored.contains(itsKey)) {
            gone.add(itsKey);
        }
    }

    /** Stores what has changed. */
    public void write() {
        if (!gone.isEmpty()) {
            delete();
        }
        var changed = rows.values().stream()
                .flatMap(some -> some.values().stream())
                .filter(row -> row.changed)
                .map(row -> row.columns)
                .toList();
        if (!changed.isEmpty()) {
            upsert(changed);
        }
    }

    private void delete() {
        var rest = key.stream()
                .skip(1)
                .map(column -> " and it." + column + " is not distinct from gone." + column)
                .collect(Collectors.joining());
        tables.sql("delete from view." + table + " as it using " + populated() + " as gone where it." + key.getFirst()
                        + " = gone." + key.getFirst() + rest)
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                gone.stream().map(this::columnsOf).toList()))
                .update();
    }

    private Map<String, @Nullable String> columnsOf(List<String> itsKey) {
        var columns = new LinkedHashMap<String, @Nullable String>();
        for (var i = 0; i < key.size(); i++) {
            columns.put(key.get(i), itsKey.get(i).equals("null") ? null : itsKey.get(i));
        }
        return columns;
    }

    private void upsert(List<Map<String, @Nullable Object>> changed) {
        var columns = new LinkedHashSet<String>();
        changed.forEach(row -> columns.addAll(row.keySet()));
        var names = String.join(", ", columns);
        var changes = columns.stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        tables.sql("insert into view." + table + " (" + names + ") select " + names + " from " + populated()
                        + " on conflict (" + String.join(", ", key) + ") do "
                        + (changes.isEmpty() ? "nothing" : "update set " + changes))
                .param("rows", JSON.writeValueAsString(changed))
                .update();
    }

    private String populated() {
        return "json_populate_recordset(cast(null as view." + table + "), cast(:rows as json))";
    }
}

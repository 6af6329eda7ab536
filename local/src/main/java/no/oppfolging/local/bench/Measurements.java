package no.oppfolging.local.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each path came to in each round; told as median with the least and the most. */
final class Measurements {
    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();

    void add(String row, String path, double value) {
        rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .computeIfAbsent(path, _ -> new ArrayList<>())
                .add(value);
    }

    void print(PrintStream out) {
        out.println("| what | path | median | least – most | rounds |");
        out.println("|---|---|---|---|---|");
        rows.forEach((row, paths) -> paths.forEach((path, values) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s – %s | %d |%n",
                row,
                path,
                number(median(values)),
                number(values.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
                number(values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()),
                values.size())));
    }

    double median(String row, String path) {
        return median(rows.getOrDefault(row, Map.of()).getOrDefault(path, List.of(Double.NaN)));
    }

    /** The best median of a row among paths whose name begins so. */
    double best(String row, String prefix) {
        return rows.getOrDefault(row, Map.of()).entrySet().stream()
                .filter(path -> path.getKey().startsWith(prefix))
                .mapToDouble(path -> median(path.getValue()))
                .max()
                .orElse(Double.NaN);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}

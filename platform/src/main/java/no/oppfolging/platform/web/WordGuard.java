package no.oppfolging.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds words about illness and private life in what people write (vokter mot helseopplysninger), so that they can be
 * warned. It never blocks, and what it reads leaves nothing behind.
 */
public final class WordGuard {
    private static final String FILE = "/wordguard/words.txt";

    /** {@code F32.1} of ICD-10 anywhere; {@code P76} of ICPC-2 where it does not name a room, a bus or a building. */
    private static final Pattern CODES =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-TV-Z][0-9]{2}\\.[0-9]{1,2}(?![\\p{L}\\p{N}])"
                    + "|(?<!(?i:rom|romm|rommet|sal|bygg|hus|buss|etasje|plass|dør|versjon|gate|gata) )"
                    + "(?<![\\p{L}\\p{N}])[ABDFHKLNPRSTUWXYZ](?:[0-2][0-9]|[7-9][0-9])(?![\\p{L}\\p{N}.])");

    private static final int UNICODE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final Map<Category, Pattern> patterns;

    private WordGuard(Map<Category, Pattern> patterns) {
        this.patterns = patterns;
    }

    /** What a word tells of. */
    public enum Category {
        CONDITION,
        TREATMENT,
        MEDICINE,
        PRIVATE_LIFE,
        CODE
    }

    /** Where a word was found, from {@code start} to before {@code end}; not the word itself. */
    public record Finding(Category category, int start, int end) {}

    /** The guard with the words of the product. */
    public static WordGuard withOurWords() {
        var entries = new EnumMap<Category, List<String>>(Category.class);
        var category = Category.CONDITION;
        for (var line : lines()) {
            if (line.startsWith("[")) {
                category = Category.valueOf(line.substring(1, line.length() - 1));
            } else {
                entries.computeIfAbsent(category, _ -> new ArrayList<>()).add(line);
            }
        }
        var patterns = new EnumMap<Category, Pattern>(Category.class);
        entries.forEach((kind, words) -> patterns.put(kind, anyOf(words)));
        patterns.put(Category.CODE, CODES);
        return new WordGuard(patterns);
    }

    /** What should be warned about, in the order it stands in the text. */
    public List<Finding> check(String text) {
        var findings = new ArrayList<Finding>();
        patterns.forEach((category, pattern) -> {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                findings.add(new Finding(category, matcher.start(), matcher.end()));
            }
        });
        findings.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::end, Comparator.reverseOrder()));
        return findings;
    }

    private static Pattern anyOf(List<String> words) {
        var alternatives = words.stream()
                .map(word ->
                        Pattern.quote(word).replace("*", "\\E[\\p{L}-]*\\Q").replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])", UNICODE);
    }

    private static List<String> lines() {
        var stream = WordGuard.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IllegalStateException("The guard has no words: " + FILE);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

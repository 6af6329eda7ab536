package no.oppfolging.plans.domain;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one meaning (RFC 8785, JCS): names sorted by their UTF-16 units, no white space, the shortest escapes.
 * Numbers are whole, because nothing we sign has others.
 */
final class CanonicalJson {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Integer number -> number.toString();
            case Long number -> whole(number);
            case String text -> quoted(text);
            case List<?> items -> array(items);
            case Map<?, ?> members -> object(members);
            default -> throw new IllegalArgumentException("Not signed as JSON: " + value.getClass());
        };
    }

    private static String array(List<?> items) {
        var array = new StringJoiner(",", "[", "]");
        items.forEach(item -> array.add(of(item)));
        return array.toString();
    }

    private static String object(Map<?, ?> members) {
        // String compares by UTF-16 units, which is the order the RFC asks for.
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        var object = new StringJoiner(",", "{", "}");
        sorted.forEach((name, value) -> object.add(quoted(name) + ":" + of(value)));
        return object.toString();
    }

    private static String whole(long number) {
        if (Math.abs(number) > LARGEST_EXACT) {
            throw new IllegalArgumentException("A JSON number is exact up to 2^53 - 1");
        }
        return Long.toString(number);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> appendPlain(quoted, character);
        }
    }

    private static void appendPlain(StringBuilder quoted, int character) {
        if (Character.getType(character) == Character.SURROGATE) {
            throw new IllegalArgumentException("Half a surrogate pair is no character");
        }
        if (character < 0x20) {
            quoted.append(String.format("\\u%04x", character));
        } else {
            quoted.appendCodePoint(character);
        }
    }
}

package no.oppfolging.local.canaries;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;

/**
 * Fills in what a request may carry, as its mapping declares it: every text is a canary, the rest is what makes the
 * request likely to be accepted.
 */
public final class Fields {
    private final Map<String, Object> known;
    private final Map<String, Canary> typed = new LinkedHashMap<>();
    private int number;

    /** @param known values of fields that must be right for the request to be accepted, by the field's name */
    public Fields(Map<String, Object> known) {
        this.known = Map.copyOf(known);
    }

    /** The canaries so far, by where they were typed. */
    public Map<String, Canary> typed() {
        return Map.copyOf(typed);
    }

    /** A canary of its own for a field. */
    public String canary(String where) {
        return typed.computeIfAbsent(where, _ -> Canary.number(++number)).word();
    }

    /** What a record looks like when it is filled in. */
    public Map<String, Object> fill(String where, Class<?> form) {
        var filled = new LinkedHashMap<String, Object>();
        for (RecordComponent component : form.getRecordComponents()) {
            value(where + "." + component.getName(), component.getName(), component.getGenericType())
                    .ifPresent(value -> filled.put(component.getName(), value));
        }
        return filled;
    }

    private Optional<Object> value(String where, String name, Type type) {
        if (known.containsKey(name)) {
            return Optional.ofNullable(known.get(name));
        }
        if (type instanceof ParameterizedType generic) {
            var inner = value(where, name + "[]", generic.getActualTypeArguments()[0]);
            return generic.getRawType().equals(List.class) ? inner.map(List::of) : inner;
        }
        return type instanceof Class<?> plain ? plain(where, plain) : Optional.empty();
    }

    private Optional<Object> plain(String where, Class<?> type) {
        if (type == String.class) {
            return Optional.of(canary(where));
        }
        if (type.isEnum()) {
            return Optional.of(Objects.requireNonNull(type.getEnumConstants())[0].toString());
        }
        if (type == UUID.class || Identifier.class.isAssignableFrom(type)) {
            return Optional.of(UUID.nameUUIDFromBytes(where.getBytes(StandardCharsets.UTF_8))
                    .toString());
        }
        if (type == LocalDate.class || type == Instant.class) {
            return Optional.empty();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(false);
        }
        if (type == int.class || type == long.class) {
            return Optional.of(1);
        }
        return type.isRecord() ? Optional.of(fill(where, type)) : Optional.empty();
    }

    /** The fields of a form as a browser would send them: all are text. */
    public static List<Map.Entry<String, String>> asForm(Map<String, Object> filled) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        filled.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                several.forEach(one -> fields.add(Map.entry(name, String.valueOf(one))));
            } else {
                fields.add(Map.entry(name, String.valueOf(value)));
            }
        });
        return fields;
    }
}

package no.oppfolging.local.canaries;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * Fills in what a request may carry: a canary wherever one may write what one likes, and elsewhere what is right, but
 * for the one field that is filled in wrongly, with a canary too.
 *
 * @param right what fields hold in which one may not write what one likes: by name, or by record and name
 * @param wrong the field that is filled in wrongly; empty for none
 */
record Filling(Canaries canaries, Map<String, Object> right, String wrong) {
    private static final String NONE = "";

    Filling(Canaries canaries, Map<String, Object> right) {
        this(canaries, right, NONE);
    }

    Filling butWrong(String field) {
        return new Filling(canaries, right, field);
    }

    /** The same, knowing better of some fields. */
    Filling with(Map<String, Object> better) {
        var all = new LinkedHashMap<>(right);
        all.putAll(better);
        return new Filling(canaries, all, wrong);
    }

    /** An id that always is the same for a name, so that what a path names is what a body has named. */
    static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Where one may write what one likes. */
    List<String> texts(Mapping mapping) {
        return leaves(mapping).stream()
                .filter(leaf -> leaf.isText(right))
                .map(Leaf::at)
                .toList();
    }

    /** Every field, down to the last. */
    List<String> fields(Mapping mapping) {
        return leaves(mapping).stream().map(Leaf::at).toList();
    }

    /** A field that holds no others. */
    private record Leaf(String at, String of, String name, Class<?> type) {
        boolean isText(Map<String, Object> right) {
            return type == String.class && !right.containsKey(name) && !right.containsKey(of + "." + name);
        }
    }

    private static List<Leaf> leaves(Mapping mapping) {
        var leaves = new ArrayList<Leaf>();
        mapping.body().filter(type -> type != JsonNode.class).ifPresent(type -> addLeaves("", type, leaves));
        mapping.fields().forEach(field -> addLeaves(field.name(), field.of(), field.name(), field.type(), leaves));
        return leaves;
    }

    private static void addLeaves(String at, Class<?> record, List<Leaf> leaves) {
        for (var component : record.getRecordComponents()) {
            var name = component.getName();
            addLeaves(within(at, name), record.getSimpleName(), name, component.getGenericType(), leaves);
        }
    }

    private static void addLeaves(String at, String of, String name, Type type, List<Leaf> leaves) {
        if (type instanceof ParameterizedType generic) {
            addLeaves(at, of, name, generic.getActualTypeArguments()[0], leaves);
        } else if (type instanceof Class<?> plain && plain != MultipartFile.class) {
            if (plain.isRecord() && !Identifier.class.isAssignableFrom(plain)) {
                addLeaves(at, plain, leaves);
            } else {
                leaves.add(new Leaf(at, of, name, plain));
            }
        }
    }

    /** The body of a request, as JSON will have it. */
    Object body(Mapping mapping) {
        return mapping.body()
                .<Object>map(type -> type == JsonNode.class ? canary(mapping, "body") : record(mapping, "", type))
                .orElse(Map.of());
    }

    private Map<String, Object> record(Mapping mapping, String at, Class<?> record) {
        var filled = new LinkedHashMap<String, Object>();
        for (var component : record.getRecordComponents()) {
            var name = component.getName();
            value(mapping, within(at, name), record.getSimpleName(), name, component.getGenericType())
                    .ifPresent(value -> filled.put(name, value));
        }
        return filled;
    }

    private Optional<Object> value(Mapping mapping, String at, String of, String name, Type type) {
        var isWrongWithin = wrong.equals(at) || wrong.startsWith(at + ".");
        var known = known(of, name);
        if (known != null && !isWrongWithin) {
            return Optional.of(known);
        }
        if (type instanceof ParameterizedType generic) {
            var inner = value(mapping, at, of, name, generic.getActualTypeArguments()[0]);
            if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                return inner.map(List::of);
            }
            return isWrongWithin ? inner : Optional.empty();
        }
        return type instanceof Class<?> plain ? plain(mapping, at, plain) : Optional.empty();
    }

    private Optional<Object> plain(Mapping mapping, String at, Class<?> type) {
        if (wrong.equals(at) || type == String.class) {
            return Optional.of(canary(mapping, at));
        }
        if (type.isEnum()) {
            return Optional.of(Objects.requireNonNull(type.getEnumConstants())[0].toString());
        }
        if (type == UUID.class || Identifier.class.isAssignableFrom(type)) {
            return Optional.of(idOf(at));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(false);
        }
        if (type == int.class || type == long.class) {
            return Optional.of(1);
        }
        return type.isRecord() ? Optional.of(record(mapping, at, type)) : Optional.empty();
    }

    /** The fields of a form or an address: all are text there. */
    Map<String, String> form(Mapping mapping) {
        var filled = new LinkedHashMap<String, String>();
        for (var field : mapping.fields()) {
            var row = rowOf(field.type());
            if (row.isPresent()) {
                for (var component : row.get().getRecordComponents()) {
                    var name = component.getName();
                    typed(mapping, within(field.name(), name), row.get().getSimpleName(), name, component.getType())
                            .ifPresent(typed -> filled.put(field.name() + "[0]." + name, typed));
                }
            } else if (field.type() != MultipartFile.class) {
                typed(mapping, field.name(), field.of(), field.name(), field.type())
                        .ifPresent(typed -> filled.put(field.name(), typed));
            }
        }
        return filled;
    }

    /** Of what a list in a form has rows, if it is one. */
    private static Optional<Class<?>> rowOf(Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> row
                        && row.isRecord()
                        && !Identifier.class.isAssignableFrom(row)
                ? Optional.of(row)
                : Optional.empty();
    }

    private Optional<String> typed(Mapping mapping, String at, String of, String name, Type type) {
        var known = known(of, name);
        return wrong.equals(at) || (known == null && type == String.class)
                ? Optional.of(canary(mapping, at))
                : Optional.ofNullable(known).map(Object::toString);
    }

    private @Nullable Object known(String of, String name) {
        var own = right.get(of + "." + name);
        return own == null ? right.get(name) : own;
    }

    String canary(Mapping mapping, String field) {
        return canaries.typedAt(mapping + " " + field);
    }

    private static String within(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}

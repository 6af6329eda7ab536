package no.oppfolging.platform.eventlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * Holds the type of an event against where {@link PersonalFields} looks: in records, in what an optional, a list or a
 * set holds, and in the values of a map. A personal text anywhere else could not be left out of what is told.
 */
final class PersonalPlaces {
    private static final Set<Class<?>> LOOKED_INTO = Set.of(Optional.class, List.class, Set.class, Map.class);

    private final Class<?> event;
    private final Collection<Place> seen = new HashSet<>();

    private record Place(Type type, boolean lookedInto) {}

    private PersonalPlaces(Class<?> event) {
        this.event = event;
    }

    /** @throws IllegalArgumentException when the event could hold a personal text that would not be sealed */
    static void requireSealed(Class<?> event) {
        new PersonalPlaces(event).walk(event, event.getSimpleName(), true);
    }

    private void walk(Type type, String path, boolean lookedInto) {
        if (!seen.add(new Place(type, lookedInto))) {
            return;
        }
        switch (type) {
            case Class<?> plain -> walkClass(plain, path, lookedInto);
            case ParameterizedType generic -> walkArguments(generic, path, lookedInto);
            case WildcardType unknown -> walkAll(unknown.getUpperBounds(), path);
            case TypeVariable<?> argument -> walkAll(argument.getBounds(), path);
            default -> throw unsealed(path);
        }
    }

    private void walkClass(Class<?> type, String path, boolean lookedInto) {
        if (holdsNoText(type) || (type == PersonalText.class && lookedInto)) {
            return;
        }
        if (type.isRecord() && type != PersonalText.class) {
            for (var component : type.getRecordComponents()) {
                walk(component.getGenericType(), path + "." + component.getName(), lookedInto);
            }
        } else if (type.isSealed()) {
            walkAll(type.getPermittedSubclasses(), path);
        } else {
            throw unsealed(path);
        }
    }

    /** Only the last argument of what is looked into is visited: never the keys of a map. */
    private void walkArguments(ParameterizedType type, String path, boolean lookedInto) {
        var arguments = Arrays.asList(type.getActualTypeArguments());
        var known = LOOKED_INTO.contains(type.getRawType());
        arguments.subList(0, arguments.size() - 1).forEach(argument -> walk(argument, path, false));
        walk(arguments.getLast(), path, known && lookedInto);
        if (!known) {
            walk(type.getRawType(), path, false);
        }
    }

    private void walkAll(Type[] types, String path) {
        for (var type : types) {
            walk(type, path, false);
        }
    }

    private static boolean holdsNoText(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || (type != Object.class && type.getName().startsWith("java."));
    }

    private IllegalArgumentException unsealed(String path) {
        return new IllegalArgumentException(
                "%s is no event: at %s it could hold a personal text where none is looked for"
                        .formatted(event.getName(), path));
    }
}

package no.oppfolging.platform.eventlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds every {@link PersonalText} in a record's JSON, however deep, and puts something else in its place. */
final class PersonalFields {
    /** What to do with one personal text; the field's path is part of the place it is sealed to. */
    interface Change {
        void apply(ObjectNode personalText, Purpose purpose, String path);
    }

    /** What a record is made of; asked for once, because Java parses it anew each time. */
    private record Part(String name, Type type, Purpose purpose) {}

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new Part(component.getName(), component.getGenericType(), purposeOf(component)))
                    .toList();
        }
    };

    private final Change change;

    PersonalFields(Change change) {
        this.change = change;
    }

    void visit(JsonNode node, Class<?> recordType) {
        visitRecord(node, recordType, "");
    }

    private void visitRecord(@Nullable JsonNode node, Class<?> type, String path) {
        if (!(node instanceof ObjectNode fields) || !type.isRecord()) {
            return;
        }
        for (var part : PARTS.get(type)) {
            visitValue(fields.get(part.name()), part.type(), part.purpose(), path + "/" + part.name());
        }
    }

    private void visitValue(@Nullable JsonNode node, Type type, Purpose purpose, String path) {
        if (isOptional(type)) {
            visitValue(node, lastArgument(type), purpose, path);
        } else if (node instanceof ArrayNode items) {
            var itemType = lastArgument(type);
            for (var i = 0; i < items.size(); i++) {
                visitValue(items.get(i), itemType, purpose, path + "/" + i);
            }
        } else if (node instanceof ObjectNode object) {
            visitObject(object, type, purpose, path);
        }
    }

    private void visitObject(ObjectNode object, Type type, Purpose purpose, String path) {
        if (type == PersonalText.class) {
            change.apply(object, purpose, path);
        } else if (type instanceof Class<?> plain) {
            visitRecord(object, plain, path);
        } else if (type instanceof ParameterizedType) {
            object.propertyStream()
                    .forEach(entry ->
                            visitValue(entry.getValue(), lastArgument(type), purpose, path + "/" + entry.getKey()));
        }
    }

    private static boolean isOptional(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class;
    }

    private static Type lastArgument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? Arrays.asList(parameterized.getActualTypeArguments()).getLast()
                : type;
    }

    private static Purpose purposeOf(RecordComponent component) {
        var declared = component.getAnnotation(KeptFor.class);
        return declared == null ? Purpose.FREE_TEXT : declared.value();
    }
}

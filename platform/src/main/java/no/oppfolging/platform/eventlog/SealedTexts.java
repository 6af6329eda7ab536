package no.oppfolging.platform.eventlog;

import java.util.Arrays;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Seals each personal text while its event is written and opens it while it is read, bound to the place it stands in.
 */
final class SealedTexts {
    /** The attribute under which writers and readers are told which event it is. */
    static final String STANDING = "standing";

    private static final String SUBJECT = "subject";
    private static final String SEALED = "sealed";

    private SealedTexts() {}

    /** Which event a text belongs to. */
    record Standing(String eventName, Place place) {
        private String contextAt(String path) {
            return String.join(
                    "|",
                    place.organisation().value(),
                    place.stream().toString(),
                    Long.toString(place.version()),
                    eventName,
                    path);
        }
    }

    static SimpleModule module(PersonalTexts texts) {
        return new SimpleModule("sealed texts")
                .addSerializer(PersonalText.class, new Sealing(texts, Purpose.FREE_TEXT))
                .addDeserializer(PersonalText.class, new Opening(texts));
    }

    /** The way from the event to where a context is, such as {@code /answers/0/text}. */
    private static String pathTo(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        var step = context.inArray() ? Integer.toString(context.getCurrentIndex()) : context.currentName();
        return pathTo(context.getParent()) + "/" + step;
    }

    private static final class Sealing extends ValueSerializer<PersonalText> {
        private final PersonalTexts texts;
        private final Purpose purpose;

        Sealing(PersonalTexts texts, Purpose purpose) {
            this.texts = texts;
            this.purpose = purpose;
        }

        /** The purpose is that of the record's component, also when the component is a list or may be absent. */
        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            return new Sealing(texts, property == null ? Purpose.FREE_TEXT : purposeOf(property));
        }

        private static Purpose purposeOf(BeanProperty property) {
            var declaring = property.getMember().getDeclaringClass();
            return declaring.isRecord()
                    ? Arrays.stream(declaring.getRecordComponents())
                            .filter(component -> component.getName().equals(property.getName()))
                            .map(component -> component.getAnnotation(KeptFor.class))
                            .filter(declared -> declared != null)
                            .map(KeptFor::value)
                            .findFirst()
                            .orElse(Purpose.FREE_TEXT)
                    : Purpose.FREE_TEXT;
        }

        @Override
        public void serialize(PersonalText text, JsonGenerator json, SerializationContext context) {
            var standing = (Standing) context.getAttribute(STANDING);
            json.writeStartObject();
            var path = pathTo(json.streamWriteContext().getParent());
            json.writeStringProperty(SUBJECT, text.subject().toString());
            json.writeStringProperty(
                    SEALED, texts.seal(text, standing.place().caseId(), purpose, standing.contextAt(path)));
            json.writeEndObject();
        }
    }

    private static final class Opening extends ValueDeserializer<PersonalText> {
        private final PersonalTexts texts;

        Opening(PersonalTexts texts) {
            this.texts = texts;
        }

        @Override
        public PersonalText deserialize(JsonParser json, DeserializationContext context) {
            var standing = (Standing) context.getAttribute(STANDING);
            var path = pathTo(json.streamReadContext().getParent());
            String subject = null;
            String sealed = null;
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case SUBJECT -> subject = json.getString();
                    case SEALED -> sealed = json.getString();
                    default -> json.skipChildren();
                }
            }
            if (subject == null || sealed == null) {
                return context.reportInputMismatch(this, "A personal text has a subject and is sealed");
            }
            return texts.open(PersonId.of(subject), sealed, standing.contextAt(path));
        }
    }
}

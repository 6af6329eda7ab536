package no.oppfolging.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.eventlog.Note.NoteId;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PersonalFieldsTest {
    private static final NoteId NOTE = RunningLog.aNote();
    private static final PersonalText SECRET = new PersonalText(RunningLog.KARI, "mornings");

    interface OfANote extends DomainEvent {
        NoteId noteId();

        @Override
        default Identifier stream() {
            return noteId();
        }

        @Override
        default Optional<CaseId> caseRef() {
            return Optional.empty();
        }
    }

    record Remark(PersonalText words) {}

    record Remarked(
            NoteId noteId,
            Remark remark,
            Optional<Remark> perhaps,
            List<Remark> some,
            Optional<List<PersonalText>> perhapsSome,
            List<List<PersonalText>> someOfSome,
            Map<String, List<PersonalText>> byName)
            implements OfANote {}

    @Test
    void in_whatever_a_record_holds_are_sealed_and_opened() {
        var event = new Remarked(
                NOTE,
                new Remark(SECRET),
                Optional.of(new Remark(SECRET)),
                List.of(new Remark(SECRET)),
                Optional.of(List.of(SECRET)),
                List.of(List.of(SECRET)),
                Map.of("a", List.of(SECRET)));
        var codec = new EventCodec(EventCatalogue.of("note").with("Remarked", Remarked.class), new Hidden(), List.of());
        var place = new Place(RunningLog.NORDFJELL, NOTE.value(), 1, Optional.empty());

        var stored = codec.encode(event, place);

        assertThat(stored.payload()).contains("hidden").doesNotContain("mornings");
        assertThat(codec.decode(stored, place)).isEqualTo(event);
    }

    @Nested
    class An_event_that_could_hold_one_elsewhere {
        sealed interface Reason {
            record Chosen(String code) implements Reason {}

            record Told(PersonalText words) implements Reason {}
        }

        record InOneOfSeveral(NoteId noteId, Reason reason) implements OfANote {}

        record InOneOfMany(NoteId noteId, List<Reason> reasons) implements OfANote {}

        record InAnything(NoteId noteId, Object anything) implements OfANote {}

        record InABox(NoteId noteId, Box<PersonalText, String> box) implements OfANote {}

        record Box<T, U>(T one, U other) {}

        record AsKey(NoteId noteId, Map<PersonalText, String> names) implements OfANote {}

        @TestFactory
        Stream<DynamicTest> gets_no_lasting_name() {
            return Stream.of(InOneOfSeveral.class, InOneOfMany.class, InAnything.class, InABox.class, AsKey.class)
                    .map(type -> DynamicTest.dynamicTest(
                            type.getSimpleName(),
                            () -> assertThatIllegalArgumentException()
                                    .isThrownBy(() -> EventCatalogue.of("note").with("Remarked", type))
                                    .withMessageContaining("it could hold a personal text where none is looked for")));
        }

        @Test
        void is_told_of_by_the_place() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventCatalogue.of("note").with("Remarked", InOneOfMany.class))
                    .withMessage(
                            "%s is no event: at InOneOfMany.reasons.words it could hold a personal text where"
                                    + " none is looked for",
                            InOneOfMany.class.getName());
        }
    }

    @Nested
    class An_event_that_cannot {
        sealed interface Length {
            record Days(int days) implements Length {}

            record Weeks(int weeks) implements Length {}
        }

        record Measured(NoteId noteId, Length length) implements OfANote {}

        @Test
        void gets_its_name_whatever_it_is_made_of() {
            assertThat(EventCatalogue.of("note")
                            .with("Measured", Measured.class)
                            .names())
                    .hasSize(1);
        }
    }

    /** Hides every text behind the place it stands in. */
    private static final class Hidden implements PersonalTexts {
        @Override
        public String seal(PersonalText text, Optional<CaseId> caseId, Purpose purpose, String context) {
            return "hidden " + context;
        }

        @Override
        public PersonalText open(PersonId subject, String sealed, String context) {
            assertThat(sealed).isEqualTo("hidden " + context);
            return new PersonalText(subject, SECRET.text());
        }
    }
}

package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Refusal;

/** Reads as a specification of one aggregate: given what has happened, when asked for this, then exactly that. */
public final class Specification<S, C extends DomainCommand, E extends DomainEvent> {
    /** What a state answers to a command at an instant. */
    @FunctionalInterface
    public interface Decide<S, C, E> {
        List<E> decide(S state, C command, Instant now);
    }

    private final S state;
    private final Decide<S, C, E> decide;
    private final BiFunction<S, E, S> evolve;
    private final Sentences sentences;

    public Specification(S unborn, Decide<S, C, E> decide, BiFunction<S, E, S> evolve, Sentences sentences) {
        this.state = unborn;
        this.decide = decide;
        this.evolve = evolve;
        this.sentences = sentences;
    }

    @SafeVarargs
    public final Specification<S, C, E> given(E... history) {
        var folded = state;
        for (var event : history) {
            folded = evolve.apply(folded, event);
        }
        return new Specification<>(folded, decide, evolve, sentences);
    }

    public Asked when(C command, Instant now) {
        return new Asked(command, now);
    }

    /** What follows from news of two keys: each is heard in its order, but the two in any. */
    public Heard whenHeardInAnyOrder(List<C> ofOneKey, List<C> ofAnother, Instant now) {
        return new Heard(interleaved(ofOneKey, ofAnother).toList(), now);
    }

    private static <T> Stream<List<T>> interleaved(List<T> some, List<T> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Stream.of(Stream.concat(some.stream(), others.stream()).toList());
        }
        return Stream.concat(begunBy(some, others), begunBy(others, some));
    }

    private static <T> Stream<List<T>> begunBy(List<T> first, List<T> others) {
        return interleaved(first.subList(1, first.size()), others)
                .map(rest -> Stream.concat(Stream.of(first.getFirst()), rest.stream())
                        .toList());
    }

    /** The orders in which commands may be put to the state that the history led to. */
    public final class Heard {
        private final List<List<C>> orders;
        private final Instant now;

        private Heard(List<List<C>> orders, Instant now) {
            this.orders = orders;
            this.now = now;
        }

        /** All of them lead to what these events lead to. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void thenAsAfter(E... history) {
            var expected = given(history).state;
            assertThat(orders).allSatisfy(order -> assertThat(after(order)).isEqualTo(expected));
        }

        private S after(List<C> order) {
            var folded = state;
            for (var command : order) {
                for (var event : decide.decide(folded, command, now)) {
                    folded = evolve.apply(folded, event);
                }
            }
            return folded;
        }
    }

    /** A command put to the state that the history led to. */
    public final class Asked {
        private final C command;
        private final Instant now;

        private Asked(C command, Instant now) {
            this.command = command;
            this.now = now;
        }

        /** The whole list of events it leads to. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... expected) {
            var events = decide.decide(state, command, now);
            assertThat(events).isEqualTo(List.of(expected));
            assertThat(events).allSatisfy(event -> assertThat(event.stream()).isEqualTo(command.target()));
        }

        /** It is already so: no event, and no refusal. */
        public void thenNothing() {
            assertThat(decide.decide(state, command, now)).isEmpty();
        }

        /** The rule that says no, and the sentence a person reads. */
        public void thenRefused(String rule, String sentence) {
            var thrown = catchThrowable(() -> decide.decide(state, command, now));
            assertThat(thrown).isInstanceOf(Refusal.class);
            var refusal = (Refusal) thrown;
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(sentences.of(refusal)).isEqualTo(sentence);
        }
    }
}

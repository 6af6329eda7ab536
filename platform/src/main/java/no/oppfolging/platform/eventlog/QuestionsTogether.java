package no.oppfolging.platform.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the questions of those who ask at the same time to the database as one (request coalescing): a query of its own
 * costs each of them more than what it asks for.
 *
 * <p>Who asks alone is answered at once, on its own thread. Who comes while others are being answered waits, and is
 * answered with all who wait by the first of them who gets a turn. When a question for several fails, each asks by
 * itself, so that one asker's misfortune is nobody else's.
 */
public final class QuestionsTogether<K, A> {
    private static final Logger log = LoggerFactory.getLogger(QuestionsTogether.class);
    private static final int TURNS = 2;
    private static final int MOST_AT_ONCE = 64;

    private final Function<List<K>, Map<K, A>> question;
    private final Queue<Asker> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(TURNS);

    /** @param question answers for several keys at once; a key without an answer is missing */
    public QuestionsTogether(Function<List<K>, Map<K, A>> question) {
        this.question = question;
    }

    private final class Asker {
        final K key;
        final Thread thread = Thread.currentThread();
        private volatile @Nullable Answered<A> answered;

        Asker(K key) {
            this.key = key;
        }

        void answer(Answered<A> given) {
            answered = given;
            LockSupport.unpark(thread);
        }
    }

    /** @param failed whether the question could not be answered, which the asker then puts alone */
    private record Answered<A>(Optional<A> answer, boolean failed) {}

    /** The answer for one key, which was asked for no earlier than now. */
    public Optional<A> ask(K key) {
        var asker = new Asker(key);
        waiting.add(asker);
        var answered = await(asker);
        return answered.failed()
                ? Optional.ofNullable(question.apply(List.of(key)).get(key))
                : answered.answer();
    }

    private Answered<A> await(Asker asker) {
        var interrupted = false;
        try {
            while (true) {
                if (turns.tryAcquire()) {
                    try {
                        answerThoseWhoWait();
                    } finally {
                        turns.release();
                        wakeNext();
                    }
                }
                var answered = asker.answered;
                if (answered != null) {
                    return answered;
                }
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answerThoseWhoWait() {
        var askers = new ArrayList<Asker>();
        for (var next = waiting.poll(); next != null; next = askers.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            askers.add(next);
        }
        if (askers.isEmpty()) {
            return;
        }
        var outcome = Optional.<Map<K, A>>empty();
        try {
            outcome = Optional.of(question.apply(
                    askers.stream().map(asker -> asker.key).distinct().toList()));
        } catch (RuntimeException e) {
            log.debug("A question for {} was not answered, and is put by each alone", askers.size(), e);
        } finally {
            answer(askers, outcome);
        }
    }

    private void answer(List<Asker> askers, Optional<Map<K, A>> outcome) {
        for (var asker : askers) {
            var answer = outcome.flatMap(answers -> Optional.ofNullable(answers.get(asker.key)));
            asker.answer(new Answered<>(answer, outcome.isEmpty()));
        }
    }

    /** A turn is free: the first who waits takes it, if nobody who comes is quicker. */
    private void wakeNext() {
        var next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }
}

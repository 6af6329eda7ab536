package no.oppfolging.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionsTogetherTest {
    private static final int TURNS = 2;

    private final ConcurrentLinkedQueue<List<Integer>> put = new ConcurrentLinkedQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Thread> askers = new ArrayList<>();

    @AfterEach
    void let_everybody_go() {
        held.countDown();
    }

    @Test
    void one_who_asks_alone_is_answered_by_a_question_of_its_own() {
        var squares = new QuestionsTogether<Integer, Integer>(this::squares);

        assertThat(squares.ask(3)).contains(9);
        assertThat(squares.ask(4)).contains(16);
        assertThat(put).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void those_who_come_while_others_are_answered_are_answered_together() throws Exception {
        var squares = new QuestionsTogether<Integer, Integer>(this::heldSquares);
        takeAllTurns(squares);
        var rest = List.of(asking(squares, 2), asking(squares, 3), asking(squares, 3), asking(squares, 4));
        awaitAllWaiting();
        held.countDown();

        assertThat(rest.get(0).get()).contains(4);
        assertThat(rest.get(1).get()).contains(9);
        assertThat(rest.get(2).get()).contains(9);
        assertThat(rest.get(3).get()).contains(16);
        assertThat(put).hasSize(TURNS + 1);
        assertThat(List.copyOf(put).getLast()).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void a_key_without_an_answer_gets_none() {
        assertThat(new QuestionsTogether<Integer, Integer>(this::squares).ask(-1))
                .isEmpty();
    }

    @Test
    void what_fails_for_several_is_asked_again_by_each_and_fails_for_the_one_alone() throws Exception {
        var squares = new QuestionsTogether<Integer, Integer>(keys -> {
            var answers = heldSquares(keys);
            if (keys.contains(13)) {
                throw new IllegalArgumentException("13 is not asked for");
            }
            return answers;
        });
        takeAllTurns(squares);
        var unlucky = asking(squares, 13);
        var beside = asking(squares, 2);
        awaitAllWaiting();
        held.countDown();

        assertThat(beside.get()).contains(4);
        assertThatThrownBy(unlucky::get).hasRootCauseMessage("13 is not asked for");
    }

    @Test
    void one_who_is_interrupted_while_waiting_is_answered_and_stays_interrupted() throws Exception {
        var squares = new QuestionsTogether<Integer, Integer>(this::heldSquares);
        takeAllTurns(squares);
        var interrupted = new FutureTask<>(() -> {
            var answer = squares.ask(5);
            return answer.isPresent() && Thread.currentThread().isInterrupted();
        });
        start(interrupted);
        awaitAllWaiting();
        askers.getLast().interrupt();
        held.countDown();

        assertThat(interrupted.get()).isTrue();
    }

    /** One after the other: two who come at once may be answered together, in one turn. */
    private void takeAllTurns(QuestionsTogether<Integer, Integer> squares) {
        for (var key = 0; key < TURNS; key++) {
            var asked = key;
            start(() -> squares.ask(asked));
            await().until(() -> put.size() == asked + 1);
        }
    }

    private FutureTask<Optional<Integer>> asking(QuestionsTogether<Integer, Integer> squares, int key) {
        var asking = new FutureTask<>(() -> squares.ask(key));
        start(asking);
        return asking;
    }

    private void start(Runnable asking) {
        askers.add(Thread.ofPlatform().daemon().start(asking));
    }

    private void awaitAllWaiting() {
        await().until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
    }

    private Map<Integer, Integer> heldSquares(List<Integer> keys) {
        put.add(keys);
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return squaresOf(keys);
    }

    private Map<Integer, Integer> squares(List<Integer> keys) {
        put.add(keys);
        return squaresOf(keys);
    }

    private static Map<Integer, Integer> squaresOf(List<Integer> keys) {
        var answers = new HashMap<Integer, Integer>();
        keys.stream().filter(key -> key >= 0).forEach(key -> answers.put(key, key * key));
        return answers;
    }
}

package no.oppfolging.platform.messagedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messagedesk.domain.MessageDecided;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageSkipped;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageTriedAgain;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MissingMessageGivenUp;
import no.oppfolging.platform.messagedesk.domain.MessageDecision;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;
import no.oppfolging.platform.messagedesk.domain.MessageInHand;
import no.oppfolging.platform.messagedesk.domain.MessageRef;
import no.oppfolging.platform.messagedesk.domain.SkipReason;
import no.oppfolging.platform.messagedesk.domain.WaitingMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageInHandTest {
    private final WaitingMessage early = waiting("employment-not-known-yet");
    private final WaitingMessage afterAHole = waiting("hole");

    @Nested
    class A_message_that_waits {
        @Test
        void may_be_tried_again_as_often_as_anybody_likes() {
            var message = given(new MessageTriedAgain(early));

            assertThat(message.decide(new TryMessageAgain(early))).containsExactly(new MessageTriedAgain(early));
        }

        @Test
        void may_be_skipped_for_a_reason() {
            assertThat(given().decide(new SkipMessage(early, SkipReason.SENT_BY_MISTAKE)))
                    .containsExactly(new MessageSkipped(early, SkipReason.SENT_BY_MISTAKE));
        }

        @Test
        void may_go_on_without_what_is_missing_before_it() {
            assertThat(given().decide(new GoOnWithoutTheMissing(afterAHole)))
                    .containsExactly(new MissingMessageGivenUp(afterAHole));
        }

        @Test
        void goes_on_without_the_missing_only_when_something_is() {
            assertRefused(given(), new GoOnWithoutTheMissing(early), "message-misses-nothing");
        }
    }

    @Nested
    class A_message_that_was_skipped {
        private final MessageInHand message = given(new MessageSkipped(early, SkipReason.REPLACED_BY_ANOTHER));

        @Test
        void is_skipped_once() {
            assertThat(message.decide(new SkipMessage(early, SkipReason.SENT_BY_MISTAKE)))
                    .isEmpty();
        }

        @Test
        void comes_back_by_no_decision() {
            assertRefused(message, new TryMessageAgain(early), "message-is-skipped");
            assertRefused(message, new GoOnWithoutTheMissing(afterAHole), "message-is-skipped");
        }
    }

    private static void assertRefused(MessageInHand message, MessageDecision decision, String rule) {
        assertThatThrownBy(() -> message.decide(decision))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static MessageInHand given(MessageDecided... history) {
        MessageInHand message = new MessageInHand.Waiting();
        for (var event : history) {
            message = message.evolve(event);
        }
        return message;
    }

    private static WaitingMessage waiting(String reason) {
        return new WaitingMessage(
                new MessageRef(UUID.fromString("0195563c-1111-7000-8000-000000000001")),
                "oppfolging.hr.v1",
                3,
                41,
                reason);
    }
}

package no.oppfolging.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeDeferred;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingFailed;
import no.oppfolging.notifications.domain.NoticeEvent.SendingOutcomeUnknown;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.notifications.domain.NoticeRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;

/** One notice to one person: one record for each state it can be in, each answering every command. */
public sealed interface Notice {
    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    List<NoticeEvent> decide(NoticeCommand command, Instant now);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    Notice evolve(NoticeEvent event);

    static Notice unknown() {
        return new Unordered();
    }

    /** Nobody has asked for it. */
    record Unordered() implements Notice {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice order -> order(order, now);
                case StartSending _,
                        RecordSent _,
                        RecordFailure _,
                        RecordUnknownOutcome _,
                        DeferNotice _,
                        CancelNotice _ -> throw new NoticeRefused(Rule.NOTICE_IS_NOT_ORDERED);
            };
        }

        @Override
        public Notice evolve(NoticeEvent event) {
            return event instanceof NoticeOrdered e ? new Waiting(Order.by(e), e.notBefore()) : this;
        }

        private List<NoticeEvent> order(OrderNotice order, Instant now) {
            var earliest = order.dueNotBefore().isAfter(now) ? order.dueNotBefore() : now;
            return List.of(new NoticeOrdered(
                    order.noticeId(),
                    order.caseId(),
                    order.kind(),
                    order.cause(),
                    order.recipient(),
                    order.recipientRole(),
                    order.about(),
                    SendingWindow.next(earliest)));
        }
    }

    /** Somebody has asked for it. */
    sealed interface Ordered extends Notice {
        Order order();

        @Override
        default Notice evolve(NoticeEvent event) {
            return switch (event) {
                case NoticeOrdered _ -> this;
                case NoticeDeferred e -> deferredUntil(e.until());
                case SendingStarted e -> new Sending(order().tried(e.attempt()));
                case SendingFailed e -> new Waiting(order(), e.retryAt());
                case SendingOutcomeUnknown e -> new Uncertain(order(), e.retryAt());
                case NoticeSent _ -> new Sent(order());
                case NoticeFailed _ -> new Failed(order());
                case NoticeCancelled _ -> new Cancelled(order());
            };
        }

        default Notice deferredUntil(Instant until) {
            return this;
        }
    }

    /** It waits for its time: the first one, the next try, or the one it was deferred to. */
    record Waiting(Order order, Instant notBefore) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _ -> List.of();
                case StartSending _ -> order.start(notBefore, now);
                case RecordSent answer -> order.sent(answer.attempt(), now);
                case RecordFailure answer -> order.nothingNewOf(answer.attempt());
                case RecordUnknownOutcome answer -> order.nothingNewOf(answer.attempt());
                case DeferNotice defer -> order.defer(defer, notBefore, now);
                case CancelNotice cancel -> order.cancel(cancel.reason());
            };
        }

        @Override
        public Waiting deferredUntil(Instant until) {
            return new Waiting(order, until);
        }
    }

    /** A mail is on its way to the mail server, and nobody else may send it meanwhile. */
    record Sending(Order order) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _ -> List.of();
                case RecordSent answer -> order.sent(answer.attempt(), now);
                case RecordFailure answer -> failed(answer, now);
                case RecordUnknownOutcome answer -> unknown(answer, now);
                case StartSending _, DeferNotice _, CancelNotice _ ->
                    throw new NoticeRefused(Rule.NOTICE_IS_BEING_SENT);
            };
        }

        private List<NoticeEvent> failed(RecordFailure answer, Instant now) {
            if (!order.isLastAttempt(answer.attempt())) {
                return order.nothingNewOf(answer.attempt());
            }
            return answer.code().isFinal() ? order.fail(answer.code()) : order.retry(answer.code(), now);
        }

        private List<NoticeEvent> unknown(RecordUnknownOutcome answer, Instant now) {
            return order.isLastAttempt(answer.attempt())
                    ? order.loseSightOf(answer.attempt(), now)
                    : order.nothingNewOf(answer.attempt());
        }
    }

    /** It may have arrived, or not: the same mail is sent once more, unless the answer comes first. */
    record Uncertain(Order order, Instant notBefore) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _ -> List.of();
                case StartSending _ -> order.start(notBefore, now);
                case RecordSent answer -> order.sent(answer.attempt(), now);
                case RecordFailure answer -> order.nothingNewOf(answer.attempt());
                case RecordUnknownOutcome answer -> order.nothingNewOf(answer.attempt());
                case DeferNotice defer -> order.defer(defer, notBefore, now);
                case CancelNotice cancel -> order.cancel(cancel.reason());
            };
        }

        @Override
        public Uncertain deferredUntil(Instant until) {
            return new Uncertain(order, until);
        }
    }

    /** The mail server has it; nothing sends it again. */
    record Sent(Order order) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _ -> List.of();
                case RecordSent answer -> order.nothingNewOf(answer.attempt());
                case RecordFailure answer -> order.nothingNewOf(answer.attempt());
                case RecordUnknownOutcome answer -> order.nothingNewOf(answer.attempt());
                case StartSending _, DeferNotice _, CancelNotice _ -> throw new NoticeRefused(Rule.NOTICE_IS_SENT);
            };
        }
    }

    /** The mail server will never take it; somebody has to tell in another way. */
    record Failed(Order order) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _ -> List.of();
                case RecordSent answer -> order.sent(answer.attempt(), now);
                case RecordFailure answer -> order.nothingNewOf(answer.attempt());
                case RecordUnknownOutcome answer -> order.nothingNewOf(answer.attempt());
                case StartSending _, DeferNotice _, CancelNotice _ -> throw new NoticeRefused(Rule.NOTICE_HAS_FAILED);
            };
        }
    }

    /** There is no longer a reason to send it; the answer to an earlier attempt may still come. */
    record Cancelled(Order order) implements Ordered {
        @Override
        public List<NoticeEvent> decide(NoticeCommand command, Instant now) {
            return switch (command) {
                case OrderNotice _, CancelNotice _ -> List.of();
                case RecordSent answer -> order.sent(answer.attempt(), now);
                case RecordFailure answer -> order.nothingNewOf(answer.attempt());
                case RecordUnknownOutcome answer -> order.nothingNewOf(answer.attempt());
                case StartSending _, DeferNotice _ -> throw new NoticeRefused(Rule.NOTICE_IS_CANCELLED);
            };
        }
    }

    /** What was asked for, and how often it has been tried. */
    record Order(NoticeId noticeId, CaseId caseId, NoticeKind kind, RecipientRole recipientRole, int attempts) {
        private static Order by(NoticeOrdered event) {
            return new Order(event.noticeId(), event.caseId(), event.kind(), event.recipientRole(), 0);
        }

        private Order tried(int attempt) {
            return new Order(noticeId, caseId, kind, recipientRole, attempt);
        }

        private boolean isLastAttempt(int attempt) {
            return attempt == attempts;
        }

        private List<NoticeEvent> start(Instant notBefore, Instant now) {
            NoticeRefused.unless(
                    !now.isBefore(notBefore), Rule.NOTICE_IS_NOT_DUE, Map.of("notBefore", notBefore.toString()));
            var opening = SendingWindow.next(now);
            return opening.equals(now)
                    ? List.of(new SendingStarted(noticeId, caseId, attempts + 1, MessageId.of(noticeId)))
                    : List.of(new NoticeDeferred(noticeId, caseId, opening, DeferralReason.OUTSIDE_SENDING_HOURS));
        }

        private List<NoticeEvent> defer(DeferNotice defer, Instant notBefore, Instant now) {
            NoticeRefused.unless(defer.until().isAfter(now), Rule.NOTICE_IS_DEFERRED_TO_THE_PAST);
            var until = SendingWindow.next(defer.until());
            return until.equals(notBefore)
                    ? List.of()
                    : List.of(new NoticeDeferred(noticeId, caseId, until, defer.reason()));
        }

        private List<NoticeEvent> cancel(CancellationReason reason) {
            return List.of(new NoticeCancelled(noticeId, caseId, kind, recipientRole, reason));
        }

        /** A late answer is an answer all the same, whichever attempt it is to. */
        private List<NoticeEvent> sent(int attempt, Instant now) {
            refuseUnlessTried(attempt);
            return List.of(new NoticeSent(noticeId, caseId, kind, recipientRole, attempt, MessageId.of(noticeId), now));
        }

        private List<NoticeEvent> fail(FailureCode code) {
            return List.of(new NoticeFailed(noticeId, caseId, kind, recipientRole, attempts, code));
        }

        private List<NoticeEvent> retry(FailureCode code, Instant now) {
            return List.of(new SendingFailed(noticeId, caseId, attempts, code, nextTry(now)));
        }

        private List<NoticeEvent> loseSightOf(int attempt, Instant now) {
            return List.of(new SendingOutcomeUnknown(noticeId, caseId, attempt, nextTry(now)));
        }

        /** What became of an attempt that is settled already, or that does not matter any more. */
        private List<NoticeEvent> nothingNewOf(int attempt) {
            refuseUnlessTried(attempt);
            return List.of();
        }

        private Instant nextTry(Instant now) {
            return SendingWindow.next(now.plus(RetryDelay.after(noticeId, attempts)));
        }

        private void refuseUnlessTried(int attempt) {
            NoticeRefused.unless(attempt >= 1 && attempt <= attempts, Rule.NOTICE_WAS_NOT_ATTEMPTED);
        }
    }
}

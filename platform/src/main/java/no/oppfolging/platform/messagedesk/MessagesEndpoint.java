package no.oppfolging.platform.messagedesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;
import no.oppfolging.platform.messagedesk.domain.SkipReason;
import no.oppfolging.platform.messaging.ParkedMessage;
import no.oppfolging.platform.messaging.ParkedMessages;
import no.oppfolging.platform.messaging.RefusedMessages;
import no.oppfolging.platform.messaging.RefusedMessages.Refused;
import no.oppfolging.platform.web.UnderServicePath;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Versions.Accepted;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same as {@link MessagesPage} shows and decides, for programs that watch or mend. */
@RestController
final class MessagesEndpoint implements UnderServicePath {
    private static final int MOST = 1_000;

    private final ParkedMessages parked;
    private final RefusedMessages refused;
    private final MessageDecisions decisions;

    MessagesEndpoint(ParkedMessages parked, RefusedMessages refused, MessageDecisions decisions) {
        this.parked = parked;
        this.refused = refused;
        this.decisions = decisions;
    }

    /** A message that waits. */
    record Waiting(
            UUID id,
            String coordinates,
            String type,
            UUID messageId,
            String sha256,
            String reason,
            boolean failed,
            int tries,
            Instant parkedAt,
            Instant tryAfter,
            boolean readable) {
        static Waiting of(ParkedMessage message) {
            return new Waiting(
                    message.id(),
                    message.coordinates().toString(),
                    message.type().toString(),
                    message.messageId(),
                    message.hash(),
                    message.reason(),
                    message.failed(),
                    message.tries(),
                    message.parkedAt(),
                    message.tryAfter(),
                    message.readable());
        }
    }

    /** A message that broke a rule. */
    record TurnedAway(
            UUID id,
            String coordinates,
            Optional<UUID> messageId,
            String sha256,
            String pointer,
            String rule,
            Instant refusedAt) {
        static TurnedAway of(Refused message) {
            return new TurnedAway(
                    message.id(),
                    message.coordinates().toString(),
                    message.messageId(),
                    message.hash(),
                    message.rule().pointer(),
                    message.rule().rule(),
                    message.refusedAt());
        }
    }

    /** Why a message is given up. */
    record Skip(@NotNull SkipReason reason) {}

    @GetMapping("/messages/parked")
    List<Waiting> parked(Visit visit) {
        var _ = visit.here();
        return parked.list(visit.caller().organisations(), MOST).stream()
                .map(Waiting::of)
                .toList();
    }

    @GetMapping("/messages/refused")
    List<TurnedAway> refused(Visit visit) {
        var _ = visit.here();
        return refused.list(visit.caller().organisations(), MOST).stream()
                .map(TurnedAway::of)
                .toList();
    }

    @PostMapping("/messages/{messageId}/retries")
    ResponseEntity<Accepted> tryAgain(@PathVariable UUID messageId, Visit visit) {
        return Versions.accepted(decisions.decide(messageId, visit, TryMessageAgain::new));
    }

    @PostMapping("/messages/{messageId}/skips")
    ResponseEntity<Accepted> skip(@PathVariable UUID messageId, @Valid @RequestBody Skip skip, Visit visit) {
        return Versions.accepted(
                decisions.decide(messageId, visit, message -> new SkipMessage(message, skip.reason())));
    }

    @PostMapping("/messages/{messageId}/missing-given-up")
    ResponseEntity<Accepted> goOnWithoutTheMissing(@PathVariable UUID messageId, Visit visit) {
        return Versions.accepted(decisions.decide(messageId, visit, GoOnWithoutTheMissing::new));
    }
}

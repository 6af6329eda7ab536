package no.oppfolging.platform.messagedesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.messagedesk.domain.MessageDecision;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;
import no.oppfolging.platform.messagedesk.domain.SkipReason;
import no.oppfolging.platform.messagedesk.domain.WaitingMessage;
import no.oppfolging.platform.messaging.ParkedMessages;
import no.oppfolging.platform.messaging.RefusedMessages;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.UnderServicePath;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages that wait or were refused: where they lie and why, never what they say. */
@Controller
final class MessagesPage implements UnderServicePath {
    private static final int MOST = 200;

    private final ParkedMessages parked;
    private final RefusedMessages refused;
    private final DecidedMessages decided;
    private final MessageDecisions decisions;
    private final ReadYourWrites writes;
    private final ThisService service;
    private final Sentences sentences;
    private final Clock clock;

    MessagesPage(
            ParkedMessages parked,
            RefusedMessages refused,
            DecidedMessages decided,
            MessageDecisions decisions,
            ReadYourWrites writes,
            ThisService service,
            Sentences sentences,
            Clock clock) {
        this.parked = parked;
        this.refused = refused;
        this.decided = decided;
        this.decisions = decisions;
        this.writes = writes;
        this.service = service;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Tells how long ago something was, in the largest unit that says it, and what a reason means. */
    public final class Words {
        private final Locale language;

        Words(Locale language) {
            this.language = language;
        }

        public String age(Instant since) {
            var age = Duration.between(since, clock.instant());
            if (age.toDays() > 1) {
                return age.toDays() + " " + sentences.of("messages.days", language);
            }
            if (age.toHours() > 1) {
                return age.toHours() + " " + sentences.of("messages.hours", language);
            }
            return Math.max(age.toMinutes(), 0) + " " + sentences.of("messages.minutes", language);
        }

        /** Empty where no sentence has been written about it; its slug then says what there is to say. */
        public String meaning(String reason) {
            return sentences
                    .findAny(language, "message-reason." + reason, "refusal." + reason)
                    .orElse("");
        }
    }

    @GetMapping("/messages")
    String list(Visit visit, Model model, Locale language) {
        var _ = visit.here();
        var organisations = visit.caller().organisations();
        model.addAttribute("parked", parked.list(organisations, MOST));
        model.addAttribute("refused", refused.list(organisations, MOST));
        model.addAttribute("decided", decided.list(organisations, MOST));
        model.addAttribute("skipReasons", SkipReason.values());
        model.addAttribute("words", new Words(language));
        model.addAttribute("here", here());
        model.addAttribute("desks", MessageDesk.DESKS);
        return "platform/messages";
    }

    @PostMapping("/messages/{messageId}/retries")
    String tryAgain(@PathVariable UUID messageId, Visit visit, RedirectAttributes redirect) {
        return decide(messageId, visit, TryMessageAgain::new, "messages.tried-again", redirect);
    }

    @PostMapping("/messages/{messageId}/skips")
    String skip(
            @PathVariable UUID messageId, @RequestParam SkipReason reason, Visit visit, RedirectAttributes redirect) {
        return decide(messageId, visit, message -> new SkipMessage(message, reason), "messages.skipped", redirect);
    }

    @PostMapping("/messages/{messageId}/missing-given-up")
    String goOnWithoutTheMissing(@PathVariable UUID messageId, Visit visit, RedirectAttributes redirect) {
        return decide(messageId, visit, GoOnWithoutTheMissing::new, "messages.went-on", redirect);
    }

    private String decide(
            UUID message,
            Visit visit,
            Function<WaitingMessage, MessageDecision> decision,
            String done,
            RedirectAttributes redirect) {
        var answer = decisions.decide(message, visit, decision);
        var shown = writes.await(WhenDecidedDoIt.NAME, answer.position());
        (shown ? Flash.done(done) : Flash.note("page.lagging")).shownBy(redirect);
        return "redirect:" + here();
    }

    private String here() {
        return service.path() + "/messages";
    }
}

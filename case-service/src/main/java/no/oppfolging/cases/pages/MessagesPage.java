package no.oppfolging.cases.pages;

import java.util.UUID;
import no.oppfolging.platform.messaging.ParkedMessages;
import no.oppfolging.platform.messaging.RefusedMessages;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages that wait or were refused: where they lie and why, never what they say. */
@Controller
public final class MessagesPage {
    private static final int MOST = 200;

    private final ParkedMessages parked;
    private final RefusedMessages refused;

    public MessagesPage(ParkedMessages parked, RefusedMessages refused) {
        this.parked = parked;
        this.refused = refused;
    }

    @GetMapping("/cases/messages")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        model.addAttribute("parked", parked.list(MOST));
        model.addAttribute("refused", refused.list(MOST));
        return "cases/messages";
    }

    @PostMapping("/cases/messages/{messageId}/retries")
    String tryAgain(@PathVariable UUID messageId, Visit visit, RedirectAttributes redirect) {
        var _ = visit.here();
        parked.tryAgain(messageId);
        Flash.done("messages.tried-again").shownBy(redirect);
        return "redirect:/cases/messages";
    }
}

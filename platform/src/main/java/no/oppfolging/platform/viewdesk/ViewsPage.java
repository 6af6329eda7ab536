package no.oppfolging.platform.viewdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.eventlog.Rebuild;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.UnderServicePath;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which version of each view is read, and how far one has come that is built beside it. */
@Controller
final class ViewsPage implements UnderServicePath {
    private final Rebuilds rebuilds;
    private final ThisService service;

    ViewsPage(Rebuilds rebuilds, ThisService service) {
        this.rebuilds = rebuilds;
        this.service = service;
    }

    /** A view as the page tells of it, with the steps that make sense now. */
    public record Shown(Rebuild rebuild, Optional<Long> minutes, List<String> steps) {
        static Shown of(Rebuild rebuild) {
            return new Shown(
                    rebuild,
                    rebuild.left().map(left -> left.plusSeconds(59).toMinutes()),
                    Arrays.stream(Step.values())
                            .filter(step -> step.fits(rebuild))
                            .map(Step::path)
                            .toList());
        }
    }

    @GetMapping("/views")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        model.addAttribute("views", rebuilds.all().stream().map(Shown::of).toList());
        model.addAttribute("here", here());
        return "platform/views";
    }

    @PostMapping("/views/{view}/{step}")
    String step(@PathVariable String view, @PathVariable String step, Visit visit, RedirectAttributes redirect) {
        var sight = visit.here();
        var wanted = Step.named(step).orElseThrow(NotKnown::new);
        if (rebuilds.find(view).isEmpty()) {
            throw new NotKnown();
        }
        var done = wanted.isDone(rebuilds, view, sight.actor());
        (done ? Flash.done("views.done." + wanted.path()) : Flash.note("views.changed-meanwhile")).shownBy(redirect);
        return "redirect:" + here();
    }

    private String here() {
        return service.path() + "/views";
    }
}

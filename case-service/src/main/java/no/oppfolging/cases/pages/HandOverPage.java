package no.oppfolging.cases.pages;

import java.time.Clock;
import java.util.UUID;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ReadHandOver;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.cases.write.Parties;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.InTheReadersLanguage;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a new leader is told of a case: its dates, what the two have agreed on, and what waits for an answer; never what
 * the former leader wrote. The employee reads it first, or it opens by itself after some days.
 */
@Controller
@InTheReadersLanguage
public final class HandOverPage {
    private static final String PAGE = "/cases/{caseId}/hand-over";

    private final CaseAtHand cases;
    private final OwedDuties duties;
    private final FormDesk desk;
    private final Clock clock;

    public HandOverPage(CaseAtHand cases, OwedDuties duties, FormDesk desk, Clock clock) {
        this.cases = cases;
        this.duties = duties;
        this.desk = desk;
        this.clock = clock;
    }

    /** What the new leader has to do, or has to know was not done, and how it stands. */
    public record Owed(CaseDeadline deadline, String standing) {}

    @GetMapping(PAGE)
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        var role = visit.to(caseId).actor().role();
        var talk = cases.show(caseId, visit, model);
        var today = LegalDay.of(clock.instant());
        var overview = cases.overview(caseId);
        var handOver = cases.handOverTo(role, overview).or(talk::handOver);
        model.addAttribute("today", today);
        model.addAttribute("handOver", handOver);
        model.addAttribute("leader", handOver.map(one -> cases.nameOf(one.to())).orElse(""));
        model.addAttribute(
                "opened",
                Parties.of(role) == Party.EMPLOYEE
                        || handOver.filter(one -> one.isOpen(today)).isPresent());
        model.addAttribute("mayRead", visit.may(ReadHandOver.class, caseId));
        model.addAttribute(
                "deadlines",
                duties.in(overview).deadlines().stream()
                        .filter(deadline -> deadline.outcome() == Outcome.OPEN || deadline.outcome() == Outcome.MISSED)
                        .map(deadline -> new Owed(deadline, CasesPage.standing(deadline, today)))
                        .toList());
        model.addAttribute(
                "waiting",
                talk.requests().stream().filter(CaseTalk.Request::waits).toList());
        return "cases/hand-over";
    }

    @PostMapping(PAGE + "/{handOverId}/readings")
    String read(@PathVariable CaseId caseId, @PathVariable UUID handOverId, Visit visit, RedirectAttributes redirect) {
        var talk = cases.talk(caseId, visit);
        var command = new ReadHandOver(caseId, handOverId);
        desk.press(command, visit.toChange(command), "hand-over.was-read").shownBy(redirect);
        return "redirect:/cases/" + talk.caseId() + "/hand-over";
    }
}

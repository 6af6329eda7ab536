package no.oppfolging.cases.pages;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.WithdrawRequest;
import no.oppfolging.cases.domain.contact.RequestKind;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.contact.CaseTalk.Request;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.InTheReadersLanguage;
import no.oppfolging.platform.web.SentForm;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the employee has asked for in a case (D-10), and what the leader or HR has answered. */
@Controller
@InTheReadersLanguage
public final class RequestsPage {
    private static final String PAGE = "/cases/{caseId}/requests";
    private static final String FORM = "form";

    private final CaseAtHand cases;
    private final FormDesk desk;
    private final SecondThoughts thoughts;
    private final Ids ids;
    private final Clock clock;

    public RequestsPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.thoughts = thoughts;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    /** What is asked for, as it was typed. */
    public record RequestForm(
            @Nullable String what,
            @Nullable String reason,
            @Nullable String warned) {}

    /** What is answered, as it was typed. */
    public record AnswerForm(
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String warned) {}

    /** Yes or no. */
    public enum Answer {
        AGREED,
        DECLINED
    }

    @GetMapping(PAGE)
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        model.addAttribute("today", LegalDay.of(clock.instant()));
        model.addAttribute("mayAsk", visit.may(MakeRequest.class, caseId));
        model.addAttribute("mayAnswer", visit.may(AnswerRequest.class, caseId));
        model.addAttribute("mayWithdraw", visit.may(WithdrawRequest.class, caseId));
        return "cases/requests";
    }

    @GetMapping(PAGE + "/asking")
    String asking(@PathVariable CaseId caseId, @RequestParam(defaultValue = "") String kind, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        model.addAttribute(FORM, new RequestForm(kind, "", null));
        return askingShown(model);
    }

    @PostMapping(PAGE + "/asking")
    String ask(@PathVariable CaseId caseId, @ModelAttribute(FORM) RequestForm form, SentForm sent, Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        var kind = Chosen.one(RequestKind.class, form.what(), "what", sent.typed());
        var reason = Chosen.typed(form.reason());
        if (kind.isEmpty() || thoughts.arise(form.warned(), sent.model(), reason)) {
            return askingShown(sent.model());
        }
        var command = new MakeRequest(talk.caseId(), ids.next(), kind.get(), new PersonalText(talk.employee(), reason));
        return desk.take(command, visit.toDo(command), "requests.made", sent) ? back(talk) : askingShown(sent.model());
    }

    private static String askingShown(Model model) {
        model.addAttribute("kinds", RequestKind.values());
        return "cases/request";
    }

    @GetMapping(PAGE + "/{requestId}/answers")
    String answering(@PathVariable CaseId caseId, @PathVariable UUID requestId, Visit visit, Model model) {
        var talk = cases.show(caseId, visit, model);
        var request = waiting(talk, requestId);
        if (request.isEmpty()) {
            return back(talk);
        }
        model.addAttribute(FORM, new AnswerForm("", "", null));
        return answerShown(request.get(), model);
    }

    @PostMapping(PAGE + "/{requestId}/answers")
    String answer(
            @PathVariable CaseId caseId,
            @PathVariable UUID requestId,
            @ModelAttribute(FORM) AnswerForm form,
            SentForm sent,
            Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        var request = waiting(talk, requestId);
        if (request.isEmpty()) {
            Flash.warning("refusal.request-is-answered").shownBy(sent.next());
            return back(talk);
        }
        var answer = Chosen.one(Answer.class, form.answer(), "answer", sent.typed());
        var reason = Chosen.typed(form.reason());
        if (answer.isEmpty() || thoughts.arise(form.warned(), sent.model(), reason)) {
            return answerShown(request.get(), sent.model());
        }
        var command = new AnswerRequest(
                request.get().caseId(),
                requestId,
                answer.get() == Answer.AGREED,
                new PersonalText(talk.employee(), reason));
        return desk.take(command, visit.toChange(command), "requests.answered", sent)
                ? back(talk)
                : answerShown(request.get(), sent.model());
    }

    private static String answerShown(Request request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("answers", Answer.values());
        return "cases/request-answer";
    }

    @PostMapping(PAGE + "/{requestId}/withdrawals")
    String withdraw(
            @PathVariable CaseId caseId, @PathVariable UUID requestId, Visit visit, RedirectAttributes redirect) {
        var talk = cases.talk(caseId, visit);
        var command = new WithdrawRequest(caseId, requestId);
        desk.press(command, visit.toChange(command), "requests.withdrawn").shownBy(redirect);
        return back(talk);
    }

    private static Optional<Request> waiting(CaseTalk talk, UUID requestId) {
        return talk.requests().stream()
                .filter(one -> one.requestId().equals(requestId) && one.waits())
                .findFirst();
    }

    private static String back(CaseTalk talk) {
        return "redirect:/cases/" + talk.caseId() + "/requests";
    }
}

package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ProposeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ShareNews;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StrikeContact;
import no.oppfolging.cases.domain.contact.ContactChannel;
import no.oppfolging.cases.domain.contact.ContactKind;
import no.oppfolging.cases.domain.contact.ContactPerson;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.write.Parties;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Days;
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

/** Where the two main parties agree how to keep contact, and write down that they did. */
@Controller
@InTheReadersLanguage
public final class ContactPage {
    private static final String PAGE = "/cases/{caseId}/contact";

    /** What the agreement may rest on: a card and flowers are kind, but no way to talk. */
    private static final List<ContactChannel> TO_TALK_BY = List.of(
            ContactChannel.PHONE,
            ContactChannel.SMS,
            ContactChannel.E_MAIL,
            ContactChannel.VIDEO,
            ContactChannel.AT_WORK,
            ContactChannel.VISIT);

    private static final List<Integer> RHYTHMS = List.of(3, 7, 14, 21, 28);
    private static final int A_WEEK = 7;

    private final CaseAtHand cases;
    private final FormDesk desk;
    private final SecondThoughts thoughts;
    private final Ids ids;
    private final Clock clock;

    public ContactPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.thoughts = thoughts;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    /** How to keep contact, as it was chosen. */
    public record TermsForm(
            @Nullable List<String> channels,
            @Nullable String everyDays,
            @Nullable List<String> days,
            @Nullable String who) {
        static TermsForm of(ContactTerms terms) {
            return new TermsForm(
                    terms.channels().stream().map(Enum::name).toList(),
                    Integer.toString(terms.everyDays()),
                    terms.days().stream().map(Enum::name).toList(),
                    terms.who().name());
        }

        /** What is usual, and what was chosen here. */
        public List<Integer> rhythms() {
            return Stream.concat(RHYTHMS.stream(), Stream.of(everySoManyDays()))
                    .filter(days -> days > 0)
                    .distinct()
                    .sorted()
                    .toList();
        }

        int everySoManyDays() {
            var every = Chosen.typed(everyDays);
            return every.matches("[0-9]{1,3}") ? Integer.parseInt(every) : 0;
        }

        public boolean hasChannel(ContactChannel channel) {
            return channels != null && channels.contains(channel.name());
        }

        public boolean hasDay(DayOfWeek day) {
            return days != null && days.contains(day.name());
        }
    }

    /** A contact, as it was typed. */
    public record LogForm(
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String by,
            @Nullable String on) {}

    /** News, as it was typed. */
    public record NewsForm(@Nullable String news, @Nullable String warned) {}

    /** A day, as it was typed. */
    public record DayForm(@Nullable String on) {}

    @GetMapping(PAGE)
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        var party = Parties.of(visit.to(caseId).actor().role());
        var talk = cases.show(caseId, visit, model);
        model.addAttribute("party", party);
        model.addAttribute("silent", talk.rhythm().isSilent(LegalDay.of(clock.instant())));
        model.addAttribute("mayTell", visit.may(ShareNews.class, caseId));
        return "cases/contact";
    }

    @GetMapping(PAGE + "/proposals")
    String proposal(@PathVariable CaseId caseId, Visit visit, Model model) {
        var talk = cases.show(caseId, visit, model);
        model.addAttribute(
                "form",
                talk.proposed()
                        .or(talk::agreed)
                        .map(one -> TermsForm.of(one.terms()))
                        .orElseGet(() -> TermsForm.of(new ContactTerms(
                                EnumSet.of(ContactChannel.PHONE),
                                A_WEEK,
                                EnumSet.noneOf(DayOfWeek.class),
                                ContactPerson.LINE_MANAGER))));
        return proposalShown(model);
    }

    @PostMapping(PAGE + "/proposals")
    String propose(@PathVariable CaseId caseId, @ModelAttribute("form") TermsForm form, SentForm sent, Visit visit) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var talk = cases.show(caseId, visit, sent.model());
        var who = Chosen.one(ContactPerson.class, form.who(), "who", sent.typed());
        if (who.isEmpty()) {
            return proposalShown(sent.model());
        }
        var terms = new ContactTerms(
                Set.copyOf(Chosen.some(ContactChannel.class, form.channels())),
                form.everySoManyDays(),
                Set.copyOf(Chosen.some(DayOfWeek.class, form.days())),
                who.get());
        var command = new ProposeContact(talk.caseId(), ids.next(), by, terms);
        return desk.take(command, visit.toDo(command), "contact.proposed", sent)
                ? back(talk)
                : proposalShown(sent.model());
    }

    private static String proposalShown(Model model) {
        model.addAttribute("channels", TO_TALK_BY);
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("people", ContactPerson.values());
        return "cases/contact-proposal";
    }

    @PostMapping(PAGE + "/agreements")
    String agree(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "") String proposalId,
            Visit visit,
            RedirectAttributes redirect) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var talk = cases.talk(caseId, visit);
        var chosen = talk.proposed()
                .filter(one -> one.proposalId().toString().equals(proposalId))
                .map(CaseTalk.Terms::proposalId)
                .orElseGet(ids::next);
        var command = new AgreeToContact(caseId, chosen, by);
        desk.press(command, visit.toChange(command), "contact.agreed").shownBy(redirect);
        return back(talk);
    }

    @GetMapping(PAGE + "/log")
    String contact(@PathVariable CaseId caseId, Visit visit, Model model) {
        var party = Parties.of(visit.to(caseId).actor().role());
        cases.show(caseId, visit, model);
        var who = party == Party.LEADER ? ContactPerson.LINE_MANAGER : ContactPerson.EMPLOYEE;
        model.addAttribute(
                "form", new LogForm(ContactKind.CARING.name(), ContactChannel.PHONE.name(), who.name(), today()));
        return logShown(model);
    }

    @PostMapping(PAGE + "/log")
    String log(@PathVariable CaseId caseId, @ModelAttribute("form") LogForm form, SentForm sent, Visit visit) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var talk = cases.show(caseId, visit, sent.model());
        var kind = Chosen.one(ContactKind.class, form.kind(), "kind", sent.typed());
        var channel = Chosen.one(ContactChannel.class, form.channel(), "channel", sent.typed());
        var who = Chosen.one(ContactPerson.class, form.by(), "by", sent.typed());
        var on = Days.read(form.on(), "on", sent.typed());
        if (kind.isEmpty() || channel.isEmpty() || who.isEmpty() || on.isEmpty()) {
            return logShown(sent.model());
        }
        var command = new LogContact(
                talk.caseId(), ids.next(), by, talk.employee(), kind.get(), channel.get(), who.get(), on.get());
        return desk.take(command, visit.toDo(command), "contact.logged", sent) ? back(talk) : logShown(sent.model());
    }

    private static String logShown(Model model) {
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("channels", ContactChannel.values());
        model.addAttribute("people", ContactPerson.values());
        return "cases/contact-log";
    }

    @PostMapping(PAGE + "/log/{contactId}/strikings")
    String strike(@PathVariable CaseId caseId, @PathVariable UUID contactId, Visit visit, RedirectAttributes redirect) {
        var by = Parties.of(visit.to(caseId).actor().role());
        var command = new StrikeContact(caseId, contactId, by);
        desk.press(command, visit.toChange(command), "contact.struck").shownBy(redirect);
        return back(cases.talk(caseId, visit));
    }

    @GetMapping(PAGE + "/news")
    String news(@PathVariable CaseId caseId, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        model.addAttribute("form", new NewsForm("", null));
        return "cases/contact-news";
    }

    @PostMapping(PAGE + "/news")
    String share(@PathVariable CaseId caseId, @ModelAttribute("form") NewsForm form, SentForm sent, Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        var news = Chosen.typed(form.news());
        if (thoughts.arise(form.warned(), sent.model(), news)) {
            return "cases/contact-news";
        }
        var command = new ShareNews(talk.caseId(), ids.next(), new PersonalText(talk.employee(), news));
        return desk.take(command, visit.toDo(command), "contact.shared", sent) ? back(talk) : "cases/contact-news";
    }

    @GetMapping(PAGE + "/doctor-contacts")
    String doctor(@PathVariable CaseId caseId, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        model.addAttribute("form", new DayForm(today()));
        return "cases/contact-doctor";
    }

    @PostMapping(PAGE + "/doctor-contacts")
    String noteDoctor(@PathVariable CaseId caseId, @ModelAttribute("form") DayForm form, SentForm sent, Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        var on = Days.read(form.on(), "on", sent.typed());
        if (on.isEmpty()) {
            return "cases/contact-doctor";
        }
        var command = new NoteDoctorContact(talk.caseId(), on.get());
        return desk.take(command, visit.toDo(command), "contact.doctor-noted", sent)
                ? back(talk)
                : "cases/contact-doctor";
    }

    private String today() {
        return LegalDay.of(clock.instant()).toString();
    }

    private static String back(CaseTalk talk) {
        return "redirect:/cases/" + talk.caseId() + "/contact";
    }
}

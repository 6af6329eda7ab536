package no.oppfolging.cases.pages;

import java.util.List;
import java.util.Locale;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.completeness.Completeness.Account;
import no.oppfolging.cases.read.completeness.Completeness.Open;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What has become of every absence that HR's system has told of. */
@Controller
public final class CompletenessPage {
    private final Completeness completeness;
    private final Directory directory;
    private final Sentences sentences;

    public CompletenessPage(Completeness completeness, Directory directory, Sentences sentences) {
        this.completeness = completeness;
        this.directory = directory;
        this.sentences = sentences;
    }

    /** How many absences have come to what. */
    public record Sum(Account account, long absences) {}

    /** An absence whose latest news has had no effect, whose it is, and why. */
    public record Line(Open absence, String name, String why) {}

    /** Messages that could not be counted as an absence's. */
    public record Apart(Account account, String why, long messages) {}

    @GetMapping("/cases/completeness")
    String show(Visit visit, Model model, Locale language) {
        var _ = visit.here();
        var compared = completeness.of(List.copyOf(visit.caller().organisations()));
        model.addAttribute("compared", compared);
        model.addAttribute(
                "sums",
                compared.counts().entrySet().stream()
                        .map(entry -> new Sum(entry.getKey(), entry.getValue()))
                        .toList());
        model.addAttribute(
                "lines",
                compared.open().stream()
                        .map(one -> new Line(
                                one,
                                nameOf(one),
                                one.reason().map(it -> meaning(it, language)).orElse("")))
                        .toList());
        model.addAttribute(
                "apart",
                compared.outside().stream()
                        .map(one -> new Apart(one.account(), meaning(one.reason(), language), one.messages()))
                        .toList());
        model.addAttribute("mayDecide", visit.caller().roles().contains(Role.HR));
        return "cases/completeness";
    }

    private String nameOf(Open absence) {
        return directory
                .employeeOf(absence.employmentId())
                .flatMap(directory::displayName)
                .map(PersonalText::text)
                .orElse("");
    }

    /** What a rule, a reason to wait or a reason to skip says; its bare name where nothing has been written. */
    private String meaning(String reason, Locale language) {
        return sentences
                .findAny(language, "message-reason." + reason, "refusal." + reason, "messages.skip-reason." + reason)
                .orElse(reason);
    }
}

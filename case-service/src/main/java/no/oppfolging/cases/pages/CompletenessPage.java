package no.oppfolging.cases.pages;

import java.util.List;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.completeness.Completeness.Unfollowed;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether every long absence that HR's system has told of has become a case. */
@Controller
public final class CompletenessPage {
    private final Completeness completeness;
    private final Directory directory;

    public CompletenessPage(Completeness completeness, Directory directory) {
        this.completeness = completeness;
        this.directory = directory;
    }

    /** A long absence without a case, and whose it is. */
    public record Line(Unfollowed absence, String name) {}

    @GetMapping("/cases/completeness")
    String show(Visit visit, Model model) {
        var _ = visit.here();
        var compared = completeness.of(List.copyOf(visit.caller().organisations()));
        model.addAttribute("compared", compared);
        model.addAttribute(
                "lines",
                compared.unexplained().stream()
                        .map(one -> new Line(
                                one,
                                directory
                                        .employeeOf(one.employmentId())
                                        .flatMap(directory::displayName)
                                        .map(PersonalText::text)
                                        .orElse(PersonalText.ERASED)))
                        .toList());
        return "cases/completeness";
    }
}

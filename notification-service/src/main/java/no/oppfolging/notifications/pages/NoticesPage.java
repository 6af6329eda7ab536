package no.oppfolging.notifications.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import no.oppfolging.notifications.read.notices.CaseOfNotices;
import no.oppfolging.notifications.read.notices.NoticeRow;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.notifications.read.notices.NoticesOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Which mails have been sent about the cases one is part of, which wait and why; how many, for who keeps it running.
 */
@Controller
public final class NoticesPage {
    private static final int MOST_FAILED = 200;

    private final NoticesOfCases notices;
    private final Directory directory;
    private final Clock clock;

    public NoticesPage(NoticesOfCases notices, Directory directory, Clock clock) {
        this.notices = notices;
        this.directory = directory;
        this.clock = clock;
    }

    /** A notice as a page shows it, by Norwegian clocks. */
    public record Line(NoticeRow notice) {
        public ZonedDateTime changedAt() {
            return notice.changedAt().atZone(LegalDay.NORWAY);
        }

        public Optional<ZonedDateTime> notBefore() {
            return notice.notBefore().map(at -> at.atZone(LegalDay.NORWAY));
        }

        public String color() {
            return switch (notice.state()) {
                case SENT -> "success";
                case FAILED -> "danger";
                case WAITING, UNCERTAIN -> "warning";
                case SENDING -> "info";
                case CANCELLED -> "neutral";
            };
        }
    }

    /** A case and its notices. */
    public record CaseLines(CaseOfNotices about, String employee, List<Line> lines) {}

    /** Cases that belong together, under a heading. */
    public record Group(String heading, List<CaseLines> cases) {}

    /** How many notices stand so. */
    public record Count(State state, long many) {}

    @GetMapping("/notices")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        var groups = new ArrayList<Group>();
        if (visit.caller() instanceof Caller.Person person) {
            var now = clock.instant();
            groups.add(new Group("led", lines(directory.employmentsLedBy(person.id(), now))));
            groups.add(new Group("own", lines(directory.employmentsOf(person.id(), now))));
        }
        groups.removeIf(group -> group.cases().isEmpty());
        visit.toAll(groups.stream()
                .flatMap(group -> group.cases().stream())
                .map(one -> one.about().caseId())
                .toList());
        model.addAttribute("groups", groups);
        var keepsItRunning = visit.caller().roles().contains(Role.OPERATOR)
                || visit.caller().roles().contains(Role.HR);
        model.addAttribute("office", keepsItRunning);
        if (keepsItRunning) {
            addCounts(visit.caller(), model);
        }
        return "notifications/list";
    }

    @GetMapping("/notices/cases/{caseId}")
    String ofCase(@PathVariable CaseId caseId, Visit visit, Model model) {
        var _ = visit.to(caseId);
        var about = notices.caseOf(caseId).orElseThrow(NotKnown::new);
        model.addAttribute("about", linesOf(about));
        return "notifications/case";
    }

    private void addCounts(Caller caller, Model model) {
        var counts = notices.countsOf(caller.organisations());
        model.addAttribute(
                "counts",
                EnumSet.allOf(State.class).stream()
                        .map(state -> new Count(state, counts.getOrDefault(state, 0L)))
                        .toList());
        model.addAttribute(
                "failed",
                notices.failedOf(caller.organisations(), MOST_FAILED).stream()
                        .map(Line::new)
                        .toList());
        model.addAttribute("mayOpenCases", caller.roles().contains(Role.HR));
    }

    private List<CaseLines> lines(List<Employment> employments) {
        return notices.ofEmployments(employments.stream().map(Employment::id).toList()).stream()
                .map(this::linesOf)
                .filter(one -> !one.lines().isEmpty())
                .sorted((a, b) -> latest(b).compareTo(latest(a)))
                .toList();
    }

    private static Instant latest(CaseLines one) {
        return one.lines().getFirst().notice().orderedAt();
    }

    private CaseLines linesOf(CaseOfNotices about) {
        return new CaseLines(
                about,
                nameOf(about.employee()),
                notices.noticesOf(about.caseId()).stream().map(Line::new).toList());
    }

    private String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}

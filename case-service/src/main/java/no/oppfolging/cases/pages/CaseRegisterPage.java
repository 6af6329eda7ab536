package no.oppfolging.cases.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.pages.CaseRegister.Direction;
import no.oppfolging.cases.pages.CaseRegister.Entry;
import no.oppfolging.cases.pages.CaseRegister.Order;
import no.oppfolging.cases.pages.CaseRegister.Search;
import no.oppfolging.cases.pages.CaseRegister.Sorting;
import no.oppfolging.cases.pages.CaseRegister.Standing;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR's list of all cases: dates, deadlines and how they stand; also as a file for a spreadsheet. */
@Controller
public final class CaseRegisterPage {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<Stage> DUTIES = List.of(Stage.PLAN, Stage.PLAN_TO_DOCTOR, Stage.DM1);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CaseOverviews cases;
    private final CaseFigures figures;
    private final Completeness completeness;
    private final Errands errands;
    private final Directory directory;
    private final Sentences sentences;
    private final Clock clock;

    public CaseRegisterPage(
            CaseOverviews cases,
            CaseFigures figures,
            Completeness completeness,
            Errands errands,
            Directory directory,
            Sentences sentences,
            Clock clock) {
        this.cases = cases;
        this.figures = figures;
        this.completeness = completeness;
        this.errands = errands;
        this.directory = directory;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/cases/all")
    String show(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam Optional<Standing> standing,
            @RequestParam Optional<Stage> duty,
            @RequestParam Optional<Outcome> outcome,
            @RequestParam(defaultValue = "DUE") Order order,
            @RequestParam Optional<Direction> direction,
            @RequestParam(defaultValue = "1") int page,
            Visit visit,
            Model model,
            Locale language) {
        var register = register(
                new Search(words, standing, duty, outcome, Sorting.of(order, direction), page), visit, language);
        keepReads(register.page(), visit);
        model.addAttribute("register", register);
        model.addAttribute("disputed", register.disputed());
        model.addAttribute("repeated", repeated(register.page()));
        model.addAttribute(
                "unfollowed",
                completeness.of(List.copyOf(visit.caller().organisations())).unexplained());
        var isHr = visit.caller().roles().contains(Role.HR);
        model.addAttribute("requests", isHr ? requests(visit) : List.of());
        model.addAttribute("mayHandIn", isHr);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("duties", DUTIES);
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("columns", Order.values());
        return "cases/register";
    }

    /** Separated by semicolons and marked as UTF-8, as Norwegian spreadsheets expect it. */
    @GetMapping("/cases/all.csv")
    ResponseEntity<byte[]> file(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam Optional<Standing> standing,
            @RequestParam Optional<Stage> duty,
            @RequestParam Optional<Outcome> outcome,
            @RequestParam(defaultValue = "DUE") Order order,
            @RequestParam Optional<Direction> direction,
            Visit visit,
            Locale language) {
        var register =
                register(new Search(words, standing, duty, outcome, Sorting.of(order, direction), 1), visit, language);
        keepReads(register.found(), visit);
        var lines = Stream.concat(
                        Stream.of(headings(language)), register.found().stream().map(entry -> cells(entry, language)))
                .map(cells -> cells.stream().map(CaseRegisterPage::harmless).toList())
                .toList();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("saker.csv")
                                .build()
                                .toString())
                .body((BYTE_ORDER_MARK + Csv.write(lines)).getBytes(StandardCharsets.UTF_8));
    }

    private CaseRegister register(Search search, Visit visit, Locale language) {
        var _ = visit.here();
        var organisations = List.copyOf(visit.caller().organisations());
        return CaseRegister.of(entries(cases.ofOrganisations(organisations), language), search);
    }

    /** What was missed and why, what is exempt and disputed: more than that there is a case and what is next. */
    private static void keepReads(List<Entry> told, Visit visit) {
        visit.toAll(told.stream().map(entry -> entry.overview().caseId()).toList());
    }

    /** What an employee waits to have answered, by HR where the leader does not. */
    public record AskedFor(CaseId caseId, String name, LocalDate answerBy, boolean late) {}

    private List<AskedFor> requests(Visit visit) {
        var today = LegalDay.of(clock.instant());
        var waiting = errands.requestsIn(
                cases.ofOrganisations(List.copyOf(visit.caller().organisations())));
        var names = directory.displayNames(
                waiting.stream().map(one -> one.overview().employee()).toList());
        return waiting.stream()
                .map(one -> new AskedFor(
                        one.overview().caseId(),
                        nameIn(names, one.overview()),
                        one.on(),
                        one.on().isBefore(today)))
                .toList();
    }

    private static String nameIn(Map<PersonId, PersonalText> names, CaseOverview overview) {
        return Optional.ofNullable(names.get(overview.employee()))
                .map(PersonalText::text)
                .orElse(PersonalText.ERASED);
    }

    /** Of those on the page, whose absence has been repeated. */
    private Set<CaseId> repeated(List<Entry> shown) {
        var today = LegalDay.of(clock.instant());
        return shown.stream()
                .map(Entry::overview)
                .filter(overview -> figures.of(overview.employmentId(), overview.caseId(), today)
                        .filter(CaseFigures.Figures::repeatedAbsence)
                        .isPresent())
                .map(CaseOverview::caseId)
                .collect(Collectors.toSet());
    }

    private List<Entry> entries(List<CaseOverview> overviews, Locale language) {
        var today = LegalDay.of(clock.instant());
        var names = directory.displayNames(
                overviews.stream().map(CaseOverview::employee).toList());
        var employments = directory.employments(
                overviews.stream().map(CaseOverview::employmentId).toList());
        return overviews.stream()
                .map(overview -> new Entry(
                        overview,
                        nameIn(names, overview),
                        Optional.ofNullable(employments.get(overview.employmentId()))
                                .map(employment -> unit(employment, language))
                                .orElse(""),
                        Standing.of(overview, today)))
                .toList();
    }

    private String unit(Employment employment, Locale language) {
        return employment.ended()
                ? sentences.of("register.employment-over", language)
                : employment.unit().map(Unit::name).orElse("");
    }

    private List<String> headings(Locale language) {
        return Stream.of(
                        "case",
                        "name",
                        "unit",
                        "from",
                        "until",
                        "closed",
                        "next",
                        "due",
                        "standing",
                        "remarks",
                        "employment")
                .map(column -> sentences.of("register.column." + column, language))
                .toList();
    }

    private List<String> cells(Entry entry, Locale language) {
        var overview = entry.overview();
        return List.of(
                overview.caseId().toString(),
                entry.name(),
                entry.unit(),
                overview.startedOn().toString(),
                day(overview.knownUntil()),
                day(overview.closedOn()),
                entry.next()
                        .map(CaseDeadline::stage)
                        .map(Stage::name)
                        .map(stage -> sentences.of("stage." + stage, language))
                        .orElse(""),
                day(entry.next().map(CaseDeadline::dueOn)),
                sentences.of("status." + entry.standing(), language),
                entry.remarks().stream().map(one -> remark(one, language)).collect(Collectors.joining(" · ")),
                overview.employmentId().toString());
    }

    private String remark(CaseDeadline deadline, Locale language) {
        return sentences.of("stage." + deadline.stage(), language) + ": "
                + accountOf(deadline, language).collect(Collectors.joining(" "));
    }

    /** In the words of the case's page. */
    private Stream<String> accountOf(CaseDeadline deadline, Locale language) {
        var exempt = deadline.outcome() == Outcome.EXEMPT
                ? Stream.of(sentences.of("status.EXEMPT", language) + ".")
                : Stream.<String>empty();
        var disputed =
                deadline.disputed() ? Stream.of(sentences.of("register.disputed", language)) : Stream.<String>empty();
        var late = deadline.receivedLate()
                ? Stream.of(sentences.of("case.received-late", language))
                : Stream.<String>empty();
        return Stream.of(exempt, disputed, late, whyMissed(deadline, language)).flatMap(some -> some);
    }

    private Stream<String> whyMissed(CaseDeadline deadline, Locale language) {
        if (deadline.outcome() != Outcome.MISSED) {
            return Stream.of();
        }
        if (deadline.explainedAs().isPresent()) {
            var reason = sentences.of("late." + deadline.explainedAs().get(), language);
            return Stream.of(sentences.of("late.because", Map.of("0", reason), language));
        }
        return deadline.receivedLate() ? Stream.of() : Stream.of(sentences.of("late.unexplained", language));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** What a spreadsheet would take for a formula is told to be text (OWASP, CSV injection). */
    static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}

package no.oppfolging.cases.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.write.HrDoor;
import no.oppfolging.cases.write.HrDoor.Answer;
import no.oppfolging.cases.write.HrDoor.Result;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where HR hands in absences from a spreadsheet: looked through row by row first, then taken as if from the topic. */
@Controller
public final class HrFilePage {
    private static final Logger log = LoggerFactory.getLogger(HrFilePage.class);
    private static final int MOST_ROWS = 2000;

    private final HrDoor door;
    private final Directory directory;
    private final Sentences sentences;
    private final Clock clock;

    public HrFilePage(HrDoor door, Directory directory, Sentences sentences, Clock clock) {
        this.door = door;
        this.directory = directory;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** One row, what it says, and what comes of it; {@code column} is empty where nothing in the row is wrong. */
    public record Line(int row, List<String> cells, Answer answer, String column, String sentence) {}

    @GetMapping("/cases/absences")
    String show(Visit visit) {
        var _ = visit.here();
        return "cases/absences";
    }

    @PostMapping("/cases/absences/previews")
    String look(@RequestParam Optional<MultipartFile> file, Visit visit, Model model, Locale language)
            throws IOException {
        var _ = visit.here();
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        try {
            show(lines(file, bytes), false, visit, model, language);
        } catch (Spreadsheet.Unreadable | Csv.Broken _) {
            model.addAttribute("obstacle", sentences.of("absences.unreadable", language));
        }
        return "cases/absences";
    }

    /** A workbook in name alone is none, and no text either. */
    private static List<List<String>> lines(Optional<MultipartFile> file, byte[] bytes) throws Spreadsheet.Unreadable {
        var name = file.map(MultipartFile::getOriginalFilename).orElse("").toLowerCase(Locale.ROOT);
        return Spreadsheet.is(bytes) || name.endsWith(".xlsx")
                ? Spreadsheet.lines(bytes)
                : Csv.readAsSaved(AbsenceRows.text(bytes));
    }

    @PostMapping("/cases/absences")
    String take(@RequestParam(defaultValue = "") String rows, Visit visit, Model model, Locale language) {
        var _ = visit.here();
        try {
            var lines = Csv.read(rows);
            show(lines, true, visit, model, language);
            log.info("HR handed in absences from a file: lines={}", lines.size());
        } catch (Csv.Broken _) {
            model.addAttribute("obstacle", sentences.of("absences.unreadable", language));
        }
        return "cases/absences";
    }

    private void show(List<List<String>> lines, boolean taken, Visit visit, Model model, Locale language) {
        var obstacle = obstacle(lines, language);
        if (obstacle.isPresent()) {
            model.addAttribute("obstacle", obstacle.get());
        } else {
            var leftOut = AbsenceRows.unknown(lines.getFirst());
            if (!leftOut.isEmpty()) {
                model.addAttribute("leftOut", named("absences.left-out", leftOut, language));
            }
            answer(AbsenceRows.known(lines), taken, visit, model, language);
        }
    }

    /** Why none of it can be read as rows of absences. */
    private Optional<String> obstacle(List<List<String>> lines, Locale language) {
        if (lines.size() < 2) {
            return Optional.of(sentences.of("absences.no-rows", language));
        }
        if (lines.size() > MOST_ROWS + 1) {
            return Optional.of(sentences.of("absences.too-many-rows", language));
        }
        var missing = AbsenceRows.missing(lines.getFirst());
        if (!missing.isEmpty()) {
            return Optional.of(named("absences.no-headings", missing, language));
        }
        var twice = AbsenceRows.twice(lines.getFirst());
        return twice.isEmpty() ? Optional.empty() : Optional.of(named("absences.headings-twice", twice, language));
    }

    private String named(String sentence, List<String> headings, Locale language) {
        return sentences.of(sentence, language) + " " + String.join(", ", headings) + ".";
    }

    private void answer(List<List<String>> lines, boolean taken, Visit visit, Model model, Locale language) {
        var reach = door.reachOf(visit);
        var look = door.look();
        var answered = AbsenceRows.of(lines, employers(reach.organisations()), clock.instant()).stream()
                .map(row -> {
                    var message = row.message().getBytes(StandardCharsets.UTF_8);
                    var answer =
                            taken ? door.take(row.number(), message, reach) : look.at(row.number(), message, reach);
                    return new Line(
                            row.number(),
                            row.cells(),
                            answer,
                            AbsenceRows.columnAt(answer.pointer()).orElse(""),
                            sentence(answer, language));
                })
                .toList();
        model.addAttribute("headings", lines.getFirst());
        model.addAttribute("lines", answered);
        model.addAttribute("taken", taken);
        model.addAttribute("rows", Csv.write(lines));
        model.addAttribute("right", count(answered, Result.TAKEN));
        model.addAttribute("wrong", answered.size() - count(answered, Result.TAKEN));
    }

    /** Whoever works for one organisation hands in its absences; of several, it is the one that employs. */
    private AbsenceRows.Employers employers(Set<OrganisationNumber> organisations) {
        if (organisations.size() == 1) {
            var only = Optional.of(organisations.iterator().next().value());
            return _ -> only;
        }
        return employment -> idOf(employment)
                .flatMap(directory::employment)
                .map(Employment::organisation)
                .map(OrganisationNumber::value);
    }

    private static Optional<EmploymentId> idOf(String cell) {
        try {
            return Optional.of(new EmploymentId(UUID.fromString(cell)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int count(List<Line> lines, Result result) {
        return Math.toIntExact(
                lines.stream().filter(line -> line.answer().result() == result).count());
    }

    private String sentence(Answer answer, Locale language) {
        if (answer.result() == Result.TAKEN) {
            return "";
        }
        return sentences
                .findAny(
                        language,
                        "absences." + answer.rule() + "." + AbsenceRows.field(answer.pointer()),
                        "refusal." + answer.rule(),
                        "absences." + answer.rule(),
                        "message-reason." + answer.rule())
                .orElse(answer.rule());
    }
}

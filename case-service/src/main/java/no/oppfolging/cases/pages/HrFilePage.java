package no.oppfolging.cases.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.cases.automation.HrDoor;
import no.oppfolging.cases.automation.HrDoor.Answer;
import no.oppfolging.cases.automation.HrDoor.Result;
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
    private final Sentences sentences;
    private final Clock clock;

    public HrFilePage(HrDoor door, Sentences sentences, Clock clock) {
        this.door = door;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** One row, what it says, and what comes of it. */
    public record Line(int row, List<String> cells, Answer answer, String sentence) {}

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
            var lines = Spreadsheet.is(bytes) ? Spreadsheet.lines(bytes) : Csv.read(AbsenceRows.text(bytes));
            if (lines.size() < 2 || lines.size() > MOST_ROWS) {
                model.addAttribute("obstacle", sentences.of("absences.no-rows", language));
            } else {
                show(lines, false, visit, model, language);
            }
        } catch (Spreadsheet.Unreadable _) {
            model.addAttribute("obstacle", sentences.of("absences.unreadable", language));
        }
        return "cases/absences";
    }

    @PostMapping("/cases/absences")
    String take(@RequestParam(defaultValue = "") String rows, Visit visit, Model model, Locale language) {
        var _ = visit.here();
        var lines = Csv.read(rows);
        if (lines.size() < 2 || lines.size() > MOST_ROWS) {
            model.addAttribute("obstacle", sentences.of("absences.no-rows", language));
            return "cases/absences";
        }
        show(lines, true, visit, model, language);
        log.info("HR handed in absences from a file: rows={}", lines.size() - 1);
        return "cases/absences";
    }

    private void show(List<List<String>> lines, boolean taken, Visit visit, Model model, Locale language) {
        var organisations = visit.caller().organisations();
        var only = organisations.size() == 1
                ? Optional.of(organisations.iterator().next().value())
                : Optional.<String>empty();
        var answered = AbsenceRows.of(lines, only, clock.instant()).stream()
                .map(row -> {
                    var message = row.message().getBytes(StandardCharsets.UTF_8);
                    var answer = taken
                            ? door.take(row.number(), message, organisations)
                            : door.look(row.number(), message, organisations);
                    return new Line(row.number(), row.cells(), answer, sentence(answer, language));
                })
                .toList();
        model.addAttribute("headings", lines.getFirst());
        model.addAttribute("lines", answered);
        model.addAttribute("taken", taken);
        model.addAttribute("rows", Csv.write(lines));
        model.addAttribute("right", count(answered, Result.TAKEN));
        model.addAttribute("wrong", answered.size() - count(answered, Result.TAKEN));
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
                .findAny(language, "refusal." + answer.rule(), "absences." + answer.rule())
                .orElse(answer.rule());
    }
}

package no.oppfolging.cases.write;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.oppfolging.cases.write.HrDoor.Answer;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Absences handed in over HTTP, by HR or by its system: one message of {@code contracts/hr}, or a list of them. Of a
 * list each is answered by itself, and one that is refused holds nothing up.
 */
@RestController
public final class HrMessagesEndpoint {
    private static final Logger log = LoggerFactory.getLogger(HrMessagesEndpoint.class);

    private final HrDoor door;
    private final HrPrograms programs;
    private final Sentences sentences;

    public HrMessagesEndpoint(HrDoor door, HrPrograms programs, Sentences sentences) {
        this.door = door;
        this.programs = programs;
        this.sentences = sentences;
    }

    /** One answer for each message, in their order. */
    record Answers(List<Answer> answers) {}

    @PostMapping("/api/hr/messages")
    ResponseEntity<?> take(@RequestBody JsonNode body, Visit visit, Locale language) {
        var _ = visit.here();
        if (!programs.let(visit.caller())) {
            throw new NotAllowed();
        }
        var reach = door.reachOf(visit);
        var messages = body.isArray() ? body.valueStream().toList() : List.of(body);
        var answers = new ArrayList<Answer>();
        for (var message : messages) {
            answers.add(door.take(answers.size() + 1L, message.toString().getBytes(StandardCharsets.UTF_8), reach));
        }
        log.info("HR handed in messages over HTTP: count={}", answers.size());
        return body.isArray() ? ResponseEntity.ok(new Answers(answers)) : alone(answers.getFirst(), language);
    }

    /** Whoever hands in a single message is told by the status what came of it. */
    private ResponseEntity<?> alone(Answer answer, Locale language) {
        return switch (answer.result()) {
            case TAKEN -> ResponseEntity.ok(new Answers(List.of(answer)));
            case REFUSED -> problem(HttpStatus.UNPROCESSABLE_CONTENT, answer, language);
            case WAITS -> problem(HttpStatus.CONFLICT, answer, language);
        };
    }

    /** The rule and what broke it, as on the topic. */
    private ResponseEntity<ProblemDetail> problem(HttpStatus status, Answer answer, Locale language) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + answer.rule()));
        problem.setTitle(sentences.of("absences.result." + answer.result(), language));
        sentences
                .findAny(
                        language,
                        "refusal." + answer.rule(),
                        "absences." + answer.rule(),
                        "message-reason." + answer.rule())
                .ifPresent(problem::setDetail);
        problem.setProperty("rule", answer.rule());
        problem.setProperty("pointer", answer.pointer());
        answer.messageId().ifPresent(id -> problem.setProperty("messageId", id));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

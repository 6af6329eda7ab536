package no.oppfolging.cases.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.oppfolging.cases.automation.HrDoor;
import no.oppfolging.cases.automation.HrDoor.Answer;
import no.oppfolging.platform.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Absences handed in over HTTP: one message of {@code contracts/hr}, or a list of them. Each is answered by itself, and
 * one that is refused holds nothing up.
 */
@RestController
public final class HrMessagesEndpoint {
    private static final Logger log = LoggerFactory.getLogger(HrMessagesEndpoint.class);

    private final HrDoor door;

    public HrMessagesEndpoint(HrDoor door) {
        this.door = door;
    }

    /** One answer for each message, in their order. */
    record Answers(List<Answer> answers) {}

    @PostMapping("/api/hr/messages")
    Answers take(@RequestBody JsonNode body, Visit visit) {
        var _ = visit.here();
        var organisations = visit.caller().organisations();
        var messages = body.isArray() ? body.valueStream().toList() : List.of(body);
        var answers = new ArrayList<Answer>();
        for (var message : messages) {
            answers.add(
                    door.take(answers.size() + 1L, message.toString().getBytes(StandardCharsets.UTF_8), organisations));
        }
        log.info("HR handed in messages over HTTP: count={}", answers.size());
        return new Answers(answers);
    }
}

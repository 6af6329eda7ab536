package no.oppfolging.meetings.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.meetings.read.casemeetings.CaseMeetingsView;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Takes what forms ask for; what stands in the way is said beside the field it is about. */
public final class Desk {
    /** What stands in the way of a whole form, rather than of one field; pages show it above. */
    private static final String OBSTACLE = "obstacle";

    /** The fields a rule may be about; the first that a form has is the one. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "meeting-time-has-passed", List.of("day"),
            "meeting-is-too-far-ahead", List.of("day"),
            "meeting-ends-before-it-starts", List.of("minutes"),
            "meeting-lasts-too-long", List.of("minutes"),
            "meeting-text-is-too-long", List.of("reason", "place"),
            "meeting-has-not-begun", List.of("heldOn"),
            "meeting-is-held-before-its-day", List.of("heldOn"),
            "meeting-is-held-on-a-day-to-come", List.of("heldOn"),
            "employee-takes-part-in-dialogue-meeting", List.of("attended"),
            "manager-takes-part-in-dialogue-meeting", List.of("attended"));

    private final Commands commands;
    private final ReadYourWrites writes;
    private final Sentences sentences;

    public Desk(Commands commands, ReadYourWrites writes, Sentences sentences) {
        this.commands = commands;
        this.writes = writes;
        this.sentences = sentences;
    }

    /** Does it, and tells what the next page says. */
    Flash take(DomainCommand command, CommandOrigin origin, String done) {
        var answer = commands.send(command, origin);
        return writes.await(CaseMeetingsView.NAME, answer.position()) ? Flash.done(done) : Flash.note("page.lagging");
    }

    /** The same for a form; empty when something must be put right in it first. */
    Optional<Flash> take(
            DomainCommand command,
            CommandOrigin origin,
            String done,
            BindingResult form,
            Model model,
            Locale language) {
        try {
            return Optional.of(take(command, origin, done));
        } catch (Refusal refusal) {
            var sentence = sentences.of(refusal, language);
            fieldOf(refusal, form)
                    .ifPresentOrElse(
                            field -> form.rejectValue(field, refusal.rule(), sentence),
                            () -> model.addAttribute(OBSTACLE, sentence));
        } catch (StaleVersion _) {
            model.addAttribute(OBSTACLE, sentences.of("form.changed-since", language));
        }
        return Optional.empty();
    }

    private static Optional<String> fieldOf(Refusal refusal, BindingResult form) {
        return FIELDS.getOrDefault(refusal.rule(), List.of()).stream()
                .filter(field -> form.getFieldType(field) != null)
                .findFirst();
    }
}

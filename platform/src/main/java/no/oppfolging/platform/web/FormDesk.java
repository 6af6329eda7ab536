package no.oppfolging.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import org.springframework.validation.BindingResult;

/** Sends what forms ask for; what stands in the way is said beside the field it is about. */
public final class FormDesk {
    /** What stands in the way of a whole form, rather than of one field; pages show it above. */
    private static final String OBSTACLE = "obstacle";

    private final Commands commands;
    private final ReadYourWrites writes;
    private final Sentences sentences;
    private final List<String> views;
    private final Map<String, List<String>> fields;

    /**
     * @param views what the pages behind the forms are read from, and so is waited for
     * @param fields the fields a rule may be about; the first that a form has is the one
     */
    public FormDesk(
            Commands commands,
            ReadYourWrites writes,
            Sentences sentences,
            List<String> views,
            Map<String, List<String>> fields) {
        this.commands = commands;
        this.writes = writes;
        this.sentences = sentences;
        this.views = List.copyOf(views);
        this.fields = Map.copyOf(fields);
    }

    /** Does it, and tells what the next page says. */
    private Flash take(DomainCommand command, CommandOrigin origin, String done) {
        var answer = commands.send(command, origin);
        var isShown = views.stream().allMatch(view -> writes.await(view, answer.position()));
        return isShown ? Flash.done(done) : Flash.note("page.lagging");
    }

    /** Does what a button asks for; the next page tells where what was seen beside it has changed since. */
    public Flash press(DomainCommand command, CommandOrigin origin, String done) {
        try {
            return take(command, origin, done);
        } catch (StaleVersion _) {
            return Flash.warning("button.changed-since");
        }
    }

    /** Does it and tells the next page; false when something must be put right in the form first. */
    public boolean take(DomainCommand command, CommandOrigin origin, String done, SentForm form) {
        try {
            take(command, origin, done).shownBy(form.next());
            return true;
        } catch (Refusal refusal) {
            var sentence = sentences.of(refusal, form.language());
            fieldOf(refusal, form.typed())
                    .ifPresentOrElse(
                            field -> form.typed().rejectValue(field, refusal.rule(), sentence),
                            () -> form.model().addAttribute(OBSTACLE, sentence));
        } catch (StaleVersion _) {
            form.model().addAttribute(OBSTACLE, sentences.of("form.changed-since", form.language()));
        }
        return false;
    }

    private Optional<String> fieldOf(Refusal refusal, BindingResult form) {
        return fields.getOrDefault(refusal.rule(), List.of()).stream()
                .filter(field -> form.getFieldType(field) != null)
                .findFirst();
    }
}

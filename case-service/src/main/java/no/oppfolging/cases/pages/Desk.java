package no.oppfolging.cases.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.cases.read.agreed.AgreedFollowUpView;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.overview.CaseOverviewView;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.WordGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Takes what the forms about contact ask for; what stands in the way is said beside the field it is about. */
public final class Desk {
    /** What stands in the way of a whole form, rather than of one field; pages show it above. */
    private static final String OBSTACLE = "obstacle";

    private static final String WARNED = "warned";

    /** What the pages behind the forms are read from. */
    private static final List<String> VIEWS = List.of(ContactView.NAME, CaseOverviewView.VIEW, AgreedFollowUpView.NAME);

    /** The fields a rule may be about; the first that a form has is the one. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "no-contact-is-not-possible", List.of("channels"),
            "contact-is-too-seldom", List.of("everyDays"),
            "contact-is-still-to-come", List.of("on"),
            "text-is-missing", List.of("news", "tasks", "can"),
            "text-is-too-long", List.of("news", "tasks", "can", "reason"),
            "request-declined-needs-reason", List.of("reason"));

    private final Commands commands;
    private final ReadYourWrites writes;
    private final Sentences sentences;
    private final WordGuard guard;

    public Desk(Commands commands, ReadYourWrites writes, Sentences sentences, WordGuard guard) {
        this.commands = commands;
        this.writes = writes;
        this.sentences = sentences;
        this.guard = guard;
    }

    /** Whether something should be thought over before it is sent; it is said once, and never stands in the way. */
    boolean hasDoubts(@Nullable String warned, Model model, String... texts) {
        for (var text : texts) {
            if (!guard.check(text).isEmpty()) {
                model.addAttribute(WARNED, true);
                return warned == null;
            }
        }
        return false;
    }

    /** Does it, and tells what the next page says. */
    Flash take(DomainCommand command, CommandOrigin origin, String done) {
        var answer = commands.send(command, origin);
        var isShown = VIEWS.stream().allMatch(view -> writes.await(view, answer.position()));
        return isShown ? Flash.done(done) : Flash.note("page.lagging");
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

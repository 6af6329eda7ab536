package no.oppfolging.cases.pages;

import java.util.Arrays;
import no.oppfolging.platform.web.WordGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Whether something should be thought over before it is sent; it is said once, and never stands in the way. */
public final class SecondThoughts {
    private static final String WARNED = "warned";

    private final WordGuard guard;

    public SecondThoughts(WordGuard guard) {
        this.guard = guard;
    }

    /** @param warned what the form sends along once the warning has been shown */
    boolean arise(@Nullable String warned, Model model, String... texts) {
        if (Arrays.stream(texts).allMatch(text -> guard.check(text).isEmpty())) {
            return false;
        }
        model.addAttribute(WARNED, true);
        return warned == null;
    }
}

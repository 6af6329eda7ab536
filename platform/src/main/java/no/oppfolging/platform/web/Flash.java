package no.oppfolging.platform.web;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done; keys of the message files only, for it waits in the session.
 *
 * @param color of the design system: {@code success}, {@code info} or {@code warning}
 */
public record Flash(String color, String message) implements Serializable {
    public static Flash done(String message) {
        return new Flash("success", message);
    }

    public static Flash note(String message) {
        return new Flash("info", message);
    }

    public static Flash warning(String message) {
        return new Flash("warning", message);
    }

    public void shownBy(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", this);
    }
}

package no.oppfolging.platform.web;

import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form that was sent. A controller method takes it right after what was typed.
 *
 * @param typed where faults of its fields are kept
 * @param model of the page that shows it again
 * @param next what the page after it is told
 */
public record SentForm(BindingResult typed, Model model, Locale language, RedirectAttributes next) {}

package no.oppfolging.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.oppfolging.local.company.Person;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The few pages that are not the product's own: who to sign in as, the mails, and that a service is away. */
public final class HtmlPages {
    /** Nothing but our own style sheet; no script at all. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Locale NORWEGIAN = Locale.of("nb");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public HtmlPages() {
        messages.setBasename("messages/local");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var templates = new ClassLoaderTemplateResolver(HtmlPages.class.getClassLoader());
        templates.setPrefix("templates/local/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
    }

    public String render(String template, Map<String, Object> model) {
        return engine.process(template, new Context(NORWEGIAN, model));
    }

    public String message(String key) {
        return messages.getMessage(key, null, NORWEGIAN);
    }

    /** What a person is, in half a sentence. */
    public String about(Person person) {
        return Objects.requireNonNull(messages.getMessage(
                "about." + person.subject(),
                null,
                messages.getMessage("about.employee", new Object[] {person.unit()}, NORWEGIAN),
                NORWEGIAN));
    }

    public String style() {
        try (var style = Objects.requireNonNull(HtmlPages.class.getResourceAsStream("style.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package no.oppfolging.notifications.channels;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.notifications.channels.Words.MeasureWords;
import no.oppfolging.notifications.channels.Words.MeetingWords;
import no.oppfolging.notifications.channels.Words.PlanWords;
import no.oppfolging.notifications.domain.MessageId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.messaging.Trace;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the mails: neutral, with nobody's name and no word about health, and with one link, which leads to signing in.
 * Every language of {@code messages/notification-mails} has the same sentences.
 */
public final class MailWriter {
    private static final String FILES = "notification-mails";

    private final URI frontDoor;
    private final Optional<String> phone;
    private final String from;
    private final NeutralPlace places = new NeutralPlace();
    private final MessageSource sentences = sentences();
    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html", sentences);
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt", sentences);

    public MailWriter(URI frontDoor, MailSettings settings) {
        this.frontDoor = frontDoor;
        this.phone = settings.phone();
        this.from = settings.from();
    }

    public Mail write(Occasion occasion, Words words) {
        return switch (words) {
            case MeetingWords meeting -> invitation(occasion, meeting);
            case PlanWords _ -> ofPlan(occasion, "plan");
            case MeasureWords _ -> ofPlan(occasion, "measure");
        };
    }

    private Mail invitation(Occasion occasion, MeetingWords words) {
        var place = places.of(words.place(), occasion.employee());
        var begins = words.startsAt().atZone(LegalDay.NORWAY);
        var ends = words.endsAt().atZone(LegalDay.NORWAY);
        var language = occasion.language();
        var time = DateTimeFormatter.ofPattern(sentence("time.pattern", language), language);
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "day",
                DateTimeFormatter.ofPattern(sentence("day.pattern", language), language)
                        .format(begins));
        model.put("from", time.format(begins));
        model.put("to", time.format(ends));
        model.put("title", words.title());
        model.put("place", place.orElse(null));
        var calendar =
                CalendarPart.of(occasion.about().id(), words, place, occasion.sequence(), occasion.orderedAt(), from);
        return mail(occasion, "invitation", "/meetings/cases/" + words.caseId(), model, Optional.of(calendar));
    }

    private Mail ofPlan(Occasion occasion, String kind) {
        return mail(occasion, kind, "/plans/cases/" + occasion.caseId(), new HashMap<>(), Optional.empty());
    }

    private Mail mail(
            Occasion occasion,
            String kind,
            String path,
            Map<String, @Nullable Object> model,
            Optional<String> calendar) {
        var language = occasion.language();
        model.put("link", frontDoor + path);
        model.put("phone", phone.orElse(null));
        model.put("language", language.toLanguageTag());
        var context = new Context(language, model);
        return new Mail(
                MessageId.of(occasion.noticeId()),
                occasion.addresses(),
                language,
                sentence(kind + ".subject", language),
                text.process(kind, context).strip() + "\n",
                html.process(kind, context),
                calendar,
                Trace.parent(occasion.correlation(), occasion.noticeId().value()));
    }

    private String sentence(String key, Locale language) {
        return sentences.getMessage(key, null, language);
    }

    private static MessageSource sentences() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/" + FILES);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String ending, MessageSource sentences) {
        var templates = new ClassLoaderTemplateResolver(MailWriter.class.getClassLoader());
        templates.setTemplateMode(mode);
        templates.setPrefix("templates/" + FILES + "/");
        templates.setSuffix(ending);
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(sentences);
        return engine;
    }
}

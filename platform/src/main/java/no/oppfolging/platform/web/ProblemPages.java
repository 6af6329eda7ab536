package no.oppfolging.platform.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Explains a problem to whoever follows its {@code type}. */
@Controller
final class ProblemPages {
    private static final String UNSAID = "…";

    private final Sentences sentences;

    ProblemPages(Sentences sentences) {
        this.sentences = sentences;
    }

    @GetMapping("/problems/{slug}")
    ModelAndView explain(@PathVariable String slug, Locale language) {
        var kind = ProblemKind.ofSlug(slug);
        if (kind.isPresent()) {
            return page(
                    HttpStatus.OK,
                    slug,
                    sentences.of("problem." + slug + ".title", language),
                    sentences.of("problem." + slug, language));
        }
        return sentences
                .find("refusal." + slug, Map.of(), language)
                .map(sentence -> page(
                        HttpStatus.OK,
                        slug,
                        sentences.of("problem.refused.title", language),
                        sentence.replaceAll("\\{[A-Za-z]+}", UNSAID)))
                .orElseGet(() -> page(
                        HttpStatus.NOT_FOUND,
                        slug,
                        sentences.of("problem.not-known.title", language),
                        sentences.of("problem.unexplained", language)));
    }

    private static ModelAndView page(HttpStatus status, String slug, String title, String sentence) {
        return new ModelAndView(
                "platform/explanation", Map.of("slug", slug, "title", title, "sentence", sentence), status);
    }
}

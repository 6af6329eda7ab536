package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** Bokmål for everybody, but where a page is written {@link InTheReadersLanguage}. */
final class Languages implements LocaleResolver {
    static final Locale BOKMAL = Locale.of("nb");
    private static final String READERS = Languages.class.getName() + ".readers";

    /** From now on the request is answered in a reader's own language. */
    static void speak(HttpServletRequest request, Locale language) {
        request.setAttribute(READERS, language);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(READERS) instanceof Locale readers ? readers : BOKMAL;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language follows from who is signed in");
    }
}

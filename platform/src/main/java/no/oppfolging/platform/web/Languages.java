package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** Bokmål for everybody; the message files are the only place that will know when there is more. */
final class Languages implements LocaleResolver {
    static final Locale BOKMAL = Locale.of("nb");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return BOKMAL;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language follows from who is signed in");
    }
}

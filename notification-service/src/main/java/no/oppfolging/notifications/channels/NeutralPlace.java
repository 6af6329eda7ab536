package no.oppfolging.notifications.channels;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.WordGuard;

/**
 * Where people meet, when that may stand in a mail. Somebody wrote it freely: one that names the employee, speaks of
 * health or leads elsewhere is kept back, and read after signing in.
 */
final class NeutralPlace {
    private static final Pattern LINK = Pattern.compile("://|www\\.|@|\\p{L}[\\w-]*\\.\\p{L}{2,}");
    /**
     * Places where somebody is ill, treated or followed up: no reason to warn who writes them, but none to mail them.
     */
    private static final Pattern HEALTH = Pattern.compile(
            "syk(?!kel)|sjuk|helse|fravær|fråvær|klinikk|(?<!\\p{L})(?:fast)?(?:lege|doktor|dr(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int LONG = 3;

    private final WordGuard guard = WordGuard.withOurWords();

    Optional<String> of(String place, Optional<PersonalText> employee) {
        var plain = place.strip();
        return plain.isEmpty()
                        || plain.equals(PersonalText.ERASED)
                        || LINK.matcher(plain).find()
                        || HEALTH.matcher(plain).find()
                        || !guard.check(plain).isEmpty()
                        || names(plain, employee)
                ? Optional.empty()
                : Optional.of(plain);
    }

    /** Any part of the name, also inside another word: "Karis kontor"; a short one as a word, or as its owner's. */
    private static boolean names(String place, Optional<PersonalText> employee) {
        var lower = place.toLowerCase(Locale.ROOT);
        var words = wordsOf(lower);
        return employee.stream()
                .flatMap(name -> wordsOf(name.text().toLowerCase(Locale.ROOT)).stream())
                .anyMatch(part -> part.length() >= LONG
                        ? lower.contains(part)
                        : words.contains(part) || words.contains(part + "s"));
    }

    private static Set<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}

package no.oppfolging.notifications.channels;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.WordGuard;

/**
 * Where people meet, when that may stand in a mail. Somebody wrote it freely: one that names the employee, speaks of
 * health or leads elsewhere is kept back, and read after signing in.
 */
final class NeutralPlace {
    private static final Pattern LINK = Pattern.compile("://|www\\.|@|\\b\\w+\\.(?:no|com|net|org)\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");

    private final WordGuard guard = WordGuard.withOurWords();

    Optional<String> of(String place, Optional<PersonalText> employee) {
        var plain = place.strip();
        return plain.isEmpty()
                        || plain.equals(PersonalText.ERASED)
                        || LINK.matcher(plain).find()
                        || !guard.check(plain).isEmpty()
                        || names(plain, employee)
                ? Optional.empty()
                : Optional.of(plain);
    }

    /** Any part of the name, also inside another word: "Karis kontor". */
    private static boolean names(String place, Optional<PersonalText> employee) {
        var lower = place.toLowerCase(Locale.ROOT);
        return employee.map(PersonalText::text).stream()
                .flatMap(name -> WORD.matcher(name).results())
                .anyMatch(part -> lower.contains(part.group().toLowerCase(Locale.ROOT)));
    }
}

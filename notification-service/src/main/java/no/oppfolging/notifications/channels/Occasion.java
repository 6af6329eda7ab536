package no.oppfolging.notifications.channels;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * Why, to whom and in which language a mail is written.
 *
 * @param employee the name that must not stand in it; empty when it is not known
 * @param sequence how often the same thing was told of before
 * @param correlation of what it follows from, as far back as HR's message
 */
public record Occasion(
        NoticeId noticeId,
        CaseId caseId,
        About about,
        List<PersonalText> addresses,
        Locale language,
        Optional<PersonalText> employee,
        int sequence,
        Instant orderedAt,
        UUID correlation) {
    public Occasion {
        addresses = List.copyOf(addresses);
    }
}

package no.oppfolging.meetings.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** What a conversation is for (formål), as the booklet on the important conversation names them. */
public enum ConversationPurpose {
    /** Gjensidige forventninger. */
    MUTUAL_EXPECTATIONS,
    /** Planer for å utvikle, støtte og følge opp. */
    PLANS_TO_FOLLOW_UP,
    /** Tillit, åpenhet, kommunikasjon og samarbeid. */
    TRUST_AND_COOPERATION,
    /** Tilbakemelding begge veier. */
    FEEDBACK_BOTH_WAYS,
    /** Faglig utvikling. */
    PROFESSIONAL_DEVELOPMENT,
    /** Hva som skal til for å komme tilbake, eller å slippe sykefravær. */
    RETURN_OR_AVOID_SICK_LEAVE;

    /** As they are kept: for the two alone, since one of them may say something of somebody's health. */
    public static PersonalText kept(PersonId employee, Collection<ConversationPurpose> purposes) {
        return new PersonalText(
                employee, purposes.stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
    }

    /** What was kept; none once it is erased. */
    public static Set<ConversationPurpose> of(PersonalText kept) {
        if (kept.isErased()) {
            return EnumSet.noneOf(ConversationPurpose.class);
        }
        var words = Arrays.asList(kept.text().split(" ", -1));
        return Arrays.stream(values())
                .filter(one -> words.contains(one.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConversationPurpose.class)));
    }
}

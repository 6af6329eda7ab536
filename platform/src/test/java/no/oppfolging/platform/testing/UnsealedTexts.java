package no.oppfolging.platform.testing;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;

/** Shows what would be sealed, and for which purpose. */
final class UnsealedTexts implements PersonalTexts {
    @Override
    public String seal(PersonalText text, Optional<CaseId> caseId, Purpose purpose, String context) {
        return purpose + ":" + text.text();
    }

    @Override
    public PersonalText open(PersonId subject, String sealed, String context) {
        return new PersonalText(subject, sealed.substring(sealed.indexOf(':') + 1));
    }
}

package no.oppfolging.platform.privacy;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;

/**
 * Seals personal text under the key of its subject, case and purpose, and opens it again.
 *
 * <p>The {@code context} says where the text stands (table and field, or stream, version and field); a sealed text
 * moved to another place does not open. Once the key is destroyed, every text under it opens as
 * {@link PersonalText#ERASED}.
 */
public interface PersonalTexts {
    String seal(PersonalText text, Optional<CaseId> caseId, Purpose purpose, String context);

    PersonalText open(PersonId subject, String sealed, String context);
}

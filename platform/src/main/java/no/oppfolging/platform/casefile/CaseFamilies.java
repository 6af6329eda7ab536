package no.oppfolging.platform.casefile;

import java.util.List;
import no.oppfolging.platform.kernel.CaseId;

/** Which cases have become one. */
public interface CaseFamilies {
    /** The case that an id leads to and all that became part of it; only the id itself where there are no others. */
    List<CaseId> familyOf(CaseId caseId);
}

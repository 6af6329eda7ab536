package no.oppfolging.meetings.domain;

import no.oppfolging.platform.kernel.LegalBasis;

/** What kind of meeting (møtetype) it is, and by which paragraph it is held. */
public enum MeetingKind {
    /** The dialogue meeting the employer summons to (dialogmøte 1). */
    DM1;

    public LegalBasis basis() {
        return switch (this) {
            case DM1 -> LegalBasis.of("aml § 4-6 (4)");
        };
    }
}

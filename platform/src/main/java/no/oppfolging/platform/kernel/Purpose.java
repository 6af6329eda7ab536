package no.oppfolging.platform.kernel;

/** Why a personal text is kept (formål); each purpose has a key of its own, so that each can end on its own. */
public enum Purpose {
    IDENTITY,
    DRAFT,
    FREE_TEXT,
    REASON_CODE,
    EVIDENCE
}

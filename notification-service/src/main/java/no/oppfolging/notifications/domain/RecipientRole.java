package no.oppfolging.notifications.domain;

/** In which capacity someone is told (mottakerrolle). */
public enum RecipientRole {
    EMPLOYEE,
    MANAGER
}

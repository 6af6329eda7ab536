package no.oppfolging.notifications.domain;

/** Why an attempt failed before the mail server had taken the mail over (feilkode). */
public enum FailureCode {
    /** The mail server did not answer. */
    UNREACHABLE,
    /** It said no for now (4yz in RFC 5321). */
    REFUSED_FOR_NOW,
    /** It said no to the address, and will again (5yz). */
    ADDRESS_REFUSED,
    /** It said no to the mail, and will again (5yz). */
    MAIL_REFUSED;

    boolean isFinal() {
        return switch (this) {
            case UNREACHABLE, REFUSED_FOR_NOW -> false;
            case ADDRESS_REFUSED, MAIL_REFUSED -> true;
        };
    }
}

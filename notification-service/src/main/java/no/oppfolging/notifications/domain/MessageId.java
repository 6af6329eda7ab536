package no.oppfolging.notifications.domain;

/**
 * The mail's Message-ID (RFC 5322): one for each notice for ever, so that a copy sent when nobody knew whether the
 * first had arrived is seen to be the same mail.
 */
public record MessageId(String value) {
    public static MessageId of(NoticeId notice) {
        return new MessageId("<" + notice + "@oppfolging>");
    }

    @Override
    public String toString() {
        return value;
    }
}

package no.oppfolging.notifications.domain;

import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonId;

/** Names a notice (varsel); it follows from what the notice is about, so that hearing the cause twice sends one. */
public record NoticeId(UUID value) implements Identifier {
    public static NoticeId of(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    /** @param cause the id of the event, or of the events, that the notice tells of */
    public static NoticeId of(CaseId caseId, NoticeKind kind, UUID cause, PersonId recipient) {
        return new NoticeId(DerivedId.of(caseId.value(), kind + "/" + cause + "/" + recipient));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package no.oppfolging.notifications.read.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Visit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case's notices over HTTP, and how each stands. */
@RestController
public final class NoticesEndpoint {
    /** How a notice stands and since when, without to whom and about what. */
    public static final String STATE = "state";

    public static final String WHOM_AND_WHAT = "whom-and-what";

    private final NoticesOfCases notices;

    public NoticesEndpoint(NoticesOfCases notices) {
        this.notices = notices;
    }

    /** All notices of a case, by the id it has now. */
    public record CaseNoticesShown(CaseId caseId, List<NoticeShown> notices) {}

    /** One notice, with what the reader may see of it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record NoticeShown(
            NoticeId noticeId,
            CaseId caseId,
            NoticeKind kind,
            RecipientRole recipientRole,
            State state,
            Optional<String> reason,
            int attempts,
            Optional<Instant> notBefore,
            Instant orderedAt,
            Instant changedAt,
            Optional<PersonId> recipient,
            Optional<UUID> about) {}

    @GetMapping("/api/cases/{caseId}/notices")
    CaseNoticesShown ofCase(@PathVariable CaseId caseId, Visit visit) {
        var sight = visit.to(caseId);
        var followed = notices.caseOf(caseId).orElseThrow(NotKnown::new);
        return new CaseNoticesShown(
                followed.caseId(),
                notices.noticesOf(followed.caseId()).stream()
                        .map(notice -> shown(notice, sight))
                        .toList());
    }

    private static NoticeShown shown(NoticeRow notice, Sight sight) {
        var whole = sight.sees(WHOM_AND_WHAT);
        return new NoticeShown(
                notice.noticeId(),
                notice.caseId(),
                notice.kind(),
                notice.recipientRole(),
                notice.state(),
                notice.reason(),
                notice.attempts(),
                notice.notBefore(),
                notice.orderedAt(),
                notice.changedAt(),
                Optional.of(notice.recipient()).filter(_ -> whole),
                Optional.of(notice.about()).filter(_ -> whole).map(About::id));
    }
}

package no.oppfolging.cases.read.agreed;

import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.FoldedRows.Row;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of {@link AgreedFollowUps}: which cases two have agreed on. */
public final class AgreedFollowUpView implements Projection {
    public static final String NAME = "agreed";

    private final ViewTables tables;
    private final PersonalTexts texts;

    public AgreedFollowUpView(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var cases = RecordedEvent.idsIn(
                batch, AgreedFollowUpEvent.class, event -> event.caseId().value());
        var followUps = tables.rows("follow_ups", cases, "case_id");
        for (var recorded : batch) {
            if (recorded.event() instanceof AgreedFollowUpEvent event) {
                fold(event, followUps).set("version", recorded.version());
            }
        }
        followUps.write();
    }

    private Row fold(AgreedFollowUpEvent event, FoldedRows followUps) {
        var followUp = followUps.at(event.caseId().value());
        return switch (event) {
            case FollowUpOpened opened ->
                followUp.set("employment_id", opened.employmentId().value())
                        .set("employee", opened.employee().value())
                        .set("occasion_sealed", sealed(opened))
                        .set("open", true);
            case FollowUpClosed _ -> followUp.set("open", false);
            case FollowUpReopened _ -> followUp.set("open", true);
        };
    }

    private @Nullable String sealed(FollowUpOpened opened) {
        var occasion = opened.occasion();
        return occasion.isErased()
                ? null
                : texts.seal(
                        occasion,
                        Optional.of(opened.caseId()),
                        Purpose.REASON_CODE,
                        AgreedFollowUps.contextOf(opened.caseId()));
    }
}

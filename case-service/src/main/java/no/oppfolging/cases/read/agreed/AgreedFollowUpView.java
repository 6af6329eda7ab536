package no.oppfolging.cases.read.agreed;

import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;

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
        for (var recorded : batch) {
            if (recorded.event() instanceof AgreedFollowUpEvent event) {
                fold(event, recorded.version());
            }
        }
    }

    private void fold(AgreedFollowUpEvent event, long version) {
        switch (event) {
            case FollowUpOpened opened -> open(opened, version);
            case FollowUpClosed closed -> note(closed, false, version);
            case FollowUpReopened reopened -> note(reopened, true, version);
        }
    }

    private void open(FollowUpOpened opened, long version) {
        var occasion = opened.occasion();
        tables.sql("""
                insert into view.follow_ups (case_id, employment_id, employee, open, version, occasion_sealed)
                values (:case, :employment, :employee, true, :version, :occasion)
                """)
                .param("case", opened.caseId().value())
                .param("employment", opened.employmentId().value())
                .param("employee", opened.employee().value())
                .param("version", version)
                .param(
                        "occasion",
                        occasion.isErased()
                                ? null
                                : texts.seal(
                                        occasion,
                                        Optional.of(opened.caseId()),
                                        Purpose.REASON_CODE,
                                        AgreedFollowUps.contextOf(opened.caseId())))
                .update();
    }

    private void note(AgreedFollowUpEvent event, boolean open, long version) {
        tables.sql("update view.follow_ups set open = :open, version = :version where case_id = :case")
                .param("open", open)
                .param("version", version)
                .param("case", event.caseId().value())
                .update();
    }
}

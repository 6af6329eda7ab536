package no.oppfolging.cases.read.dashboard;

import java.util.List;
import no.oppfolging.cases.domain.figures.QuarterPublication.QuarterPublished;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.OrganisationNumber;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows of {@link PublishedQuarters}: the figures of each quarter as they were told. */
public final class PublishedQuartersView implements Projection {
    public static final String NAME = "published";
    static final JsonMapper JSON = EventJson.mapper();

    private final ViewTables tables;

    public PublishedQuartersView(ViewTables tables) {
        this.tables = tables;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            if (recorded.event() instanceof QuarterPublished published) {
                note(recorded.organisation(), published);
            }
        }
    }

    private void note(OrganisationNumber organisation, QuarterPublished published) {
        tables.sql("""
                insert into view.quarters (organisation, quarter, figures) values (:organisation, :quarter, :figures)
                """)
                .param("organisation", organisation.value())
                .param("quarter", published.figures().quarter())
                .param("figures", JSON.writeValueAsString(published.figures()))
                .update();
    }
}

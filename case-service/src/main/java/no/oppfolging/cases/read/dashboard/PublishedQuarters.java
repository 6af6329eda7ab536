package no.oppfolging.cases.read.dashboard;

import java.util.Map;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.OrganisationNumber;

/** Answers which figures of an organisation's quarters have been told (publiserte kvartalstall). */
public final class PublishedQuarters {
    private final ViewTables tables;

    public PublishedQuarters(ViewTables tables) {
        this.tables = tables;
    }

    /** By quarter. One that was told a moment ago may still be missing; the log knows. */
    public Map<String, QuarterFigures> of(OrganisationNumber organisation) {
        return tables
                .sql("select figures from view.quarters where organisation = :organisation")
                .param("organisation", organisation.value())
                .query(String.class)
                .list()
                .stream()
                .map(figures -> PublishedQuartersView.JSON.readValue(figures, QuarterFigures.class))
                .collect(Collectors.toMap(QuarterFigures::quarter, figures -> figures));
    }
}

package no.oppfolging.cases.read.dashboard;

import java.util.Optional;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures that were told before telling them was an event. What is asked for of them becomes one, as it was told; no
 * other figures are ever added.
 */
public final class EarlierPublications {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public EarlierPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<QuarterFigures> of(OrganisationNumber organisation, String quarter) {
        return jdbc.sql("select figures from publications where organisation = :organisation and period = :quarter")
                .param("organisation", organisation.value())
                .param("quarter", quarter)
                .query(String.class)
                .optional()
                .map(figures -> JSON.readValue(figures, QuarterFigures.class));
    }
}

package no.oppfolging.cases.read.dashboard;

import java.util.Optional;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as they were first told. They are no view: counted anew after a correction they would be others, and the
 * difference would tell of somebody.
 */
public final class Publications {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public <T> Optional<T> of(OrganisationNumber organisation, String period, Class<T> type) {
        return jdbc.sql("select figures from publications where organisation = :organisation and period = :period")
                .param("organisation", organisation.value())
                .param("period", period)
                .query(String.class)
                .optional()
                .map(figures -> JSON.readValue(figures, type));
    }

    /** Tells them, unless somebody else just has; then theirs are the ones. */
    public <T> T once(OrganisationNumber organisation, String period, T figures, Class<T> type) {
        jdbc.sql("""
                insert into publications (organisation, period, figures)
                values (:organisation, :period, :figures)
                on conflict (organisation, period) do nothing
                """)
                .param("organisation", organisation.value())
                .param("period", period)
                .param("figures", JSON.writeValueAsString(figures))
                .update();
        return of(organisation, period, type).orElseThrow();
    }
}

package no.oppfolging.cases.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.figures.QuarterFigures.Line;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublicationId;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.cases.domain.figures.QuarterPublication.QuarterPublished;
import no.oppfolging.cases.domain.figures.QuarterPublication.Told;
import no.oppfolging.cases.domain.figures.QuarterPublication.Untold;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.junit.jupiter.api.Test;

class QuarterPublicationTest {
    private static final OrganisationNumber NORDFJELL = new OrganisationNumber("910825526");
    private static final OrganisationNumber SORFJELL = new OrganisationNumber("312345609");

    @Test
    void tells_the_figures_of_a_quarter_once() {
        assertThat(new Untold().decide(new PublishQuarter(NORDFJELL, figures(10))))
                .containsExactly(new QuarterPublished(PublicationId.of(NORDFJELL, "2025-K4"), figures(10)));
        assertThat(new Told().decide(new PublishQuarter(NORDFJELL, figures(15))))
                .isEmpty();
    }

    @Test
    void is_of_one_organisation() {
        assertThat(PublicationId.of(NORDFJELL, "2025-K4"))
                .isNotEqualTo(PublicationId.of(SORFJELL, "2025-K4"))
                .isNotEqualTo(PublicationId.of(NORDFJELL, "2025-K3"));
    }

    private static QuarterFigures figures(int onTime) {
        return new QuarterFigures(
                "2025-K4",
                List.of(new Line(Stage.PLAN, "", Optional.of(onTime), Optional.empty(), Optional.empty())),
                List.of());
    }
}

package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.platform.kernel.LegalDay;

/** A decision on its way: each event takes effect at once, so that the next one follows from what is now true. */
final class Unfolding {
    private final List<EmploymentFollowUpEvent> events = new ArrayList<>();
    private final LocalDate today;
    private Employed state;

    Unfolding(Employed state, Instant now) {
        this.state = state;
        this.today = LegalDay.of(now);
    }

    void happens(EmploymentFollowUpEvent event) {
        events.add(event);
        state = state.evolve(event);
    }

    Employed state() {
        return state;
    }

    LocalDate today() {
        return today;
    }

    List<EmploymentFollowUpEvent> events() {
        return List.copyOf(events);
    }
}

package no.oppfolging.platform.viewdesk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.eventlog.Rebuild;
import no.oppfolging.platform.eventlog.Rebuild.State;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.UnderServicePath;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same as {@link ViewsPage} shows and does, for programs. */
@RestController
final class ViewsEndpoint implements UnderServicePath {
    private final Rebuilds rebuilds;

    ViewsEndpoint(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** How far a view has come. */
    record Progress(
            String view,
            String read,
            Optional<String> building,
            State state,
            long done,
            long total,
            long eventsPerSecond,
            Optional<Long> secondsLeft) {
        static Progress of(Rebuild rebuild) {
            return new Progress(
                    rebuild.view(),
                    rebuild.read(),
                    rebuild.version(),
                    rebuild.state(),
                    rebuild.done(),
                    rebuild.total(),
                    rebuild.eventsPerSecond(),
                    rebuild.left().map(Duration::toSeconds));
        }
    }

    @GetMapping("/views")
    List<Progress> list(Visit visit) {
        var _ = visit.here();
        return rebuilds.all().stream().map(Progress::of).toList();
    }

    @GetMapping("/views/{view}")
    Progress show(@PathVariable String view, Visit visit) {
        var _ = visit.here();
        return Progress.of(rebuilds.find(view).orElseThrow(NotKnown::new));
    }

    /** Answers how things stand afterwards; 409 when they did not stand so that it could be done. */
    @PostMapping("/views/{view}/{step}")
    ResponseEntity<Progress> step(@PathVariable String view, @PathVariable String step, Visit visit) {
        var sight = visit.here();
        var wanted = Step.named(step).orElseThrow(NotKnown::new);
        if (rebuilds.find(view).isEmpty()) {
            throw new NotKnown();
        }
        var done = wanted.isDone(rebuilds, view, sight.actor());
        return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(Progress.of(rebuilds.find(view).orElseThrow(NotKnown::new)));
    }
}

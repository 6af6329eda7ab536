package no.oppfolging.platform.eventlog;

import java.util.List;
import java.util.function.Supplier;
import no.oppfolging.platform.kernel.DomainEvent;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How an aggregate's shell decides: on the version the sender has seen, then events, all of them. */
public final class Decision {
    private Decision() {}

    /**
     * Decides and applies what follows.
     *
     * @throws StaleVersion when the sender insists on a version that is no longer the stream's
     */
    public static void apply(Supplier<? extends List<? extends DomainEvent>> decide) {
        var handling = Handling.current();
        var axonVersion = AggregateLifecycle.getVersion();
        var version = axonVersion == null ? 0 : axonVersion + 1;
        handling.decidedAt(version);
        handling.origin().expectedVersion().filter(seen -> seen != version).ifPresent(seen -> {
            throw new StaleVersion(handling.target(), seen);
        });
        decide.get().forEach(AggregateLifecycle::apply);
    }
}

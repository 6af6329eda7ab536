package no.oppfolging.plans.domain;

import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;

/** Names the plan of a case (oppfølgingsplan); its versions are numbered from 1. */
public record PlanId(UUID value) implements Identifier {
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

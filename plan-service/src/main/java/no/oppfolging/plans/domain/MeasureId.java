package no.oppfolging.plans.domain;

import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;

/** Names a measure of a plan (tiltak), from version to version. */
public record MeasureId(UUID value) implements Identifier {
    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

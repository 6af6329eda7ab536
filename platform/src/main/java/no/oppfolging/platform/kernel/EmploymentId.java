package no.oppfolging.platform.kernel;

import java.util.UUID;

/** Names one employment (arbeidsforhold), as the HR system does; also the stream of its absences and cases. */
public record EmploymentId(UUID value) implements Identifier {
    public static EmploymentId of(String text) {
        return new EmploymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

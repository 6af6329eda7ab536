package no.oppfolging.cases.write;

import java.util.Set;
import no.oppfolging.platform.security.Caller;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which programs are taken for HR's system (HR-systemet) over HTTP.
 *
 * @param programs what the issuer calls them
 */
@ConfigurationProperties("oppfolging.cases.hr")
public record HrPrograms(@DefaultValue("hr-system") Set<String> programs) {
    public HrPrograms {
        programs = Set.copyOf(programs);
    }

    /** Whether the caller hands in for HR: a person whom the table of authority has let in, or HR's system. */
    boolean let(Caller caller) {
        return switch (caller) {
            case Caller.Person _ -> true;
            case Caller.Program program -> programs.contains(program.name());
        };
    }
}

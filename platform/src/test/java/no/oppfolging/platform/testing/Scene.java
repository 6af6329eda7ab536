package no.oppfolging.platform.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/**
 * A case on a running service, with those around it: what rules that walk through endpoints are given.
 *
 * @param home a page that whoever signs in may ask for, such as {@code /meetings}
 * @param variables what stands for the variables of paths that are about the case, {@code caseId} among them, and for
 *     what is asked in their queries
 */
public record Scene(
        String home, Map<String, String> variables, Employed employee, Employed leader, Employed substitute) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public Scene {
        variables = Map.copyOf(variables);
    }

    UUID caseId() {
        return UUID.fromString(variables.getOrDefault("caseId", ""));
    }

    /**
     * Whether an endpoint such as {@code GET /api/cases/{caseId}} is about the case, or about nothing in particular.
     */
    boolean isAboutCase(String endpoint) {
        return VARIABLE.matcher(endpoint).results().anyMatch(found -> variables.containsKey(found.group(1)));
    }

    /** Whether an endpoint is about something that is not in the scene, and so cannot be found by anybody. */
    boolean namesNothing(String endpoint) {
        return endpoint.contains("{") && !isAboutCase(endpoint);
    }

    /** The path of an endpoint with its variables filled in; all of them stand in the query too. */
    String pathOf(String endpoint) {
        var pattern = endpoint.substring(endpoint.indexOf(' ') + 1);
        return VARIABLE.matcher(pattern).replaceAll(this::valueOf)
                + variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private String valueOf(MatchResult variable) {
        return variables.getOrDefault(variable.group(1), UUID.randomUUID().toString());
    }

    /** Somebody in a role: by a tie to the case, by an office in its organisation, or without either. */
    Someone inRole(Role role, Employed stranger) {
        return switch (role) {
            case EMPLOYEE -> employee.someone();
            case MANAGER -> leader.someone();
            case SUBSTITUTE -> substitute.someone();
            case HR, AUDITOR, DATA_PROTECTION_OFFICER, OPERATOR, NAV -> inOffice(role, RunningService.ORGANISATION);
            case UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH, DOCTOR -> stranger.someone();
            case SYSTEM -> throw new IllegalArgumentException("A program does not sign in");
        };
    }

    /** Somebody from outside the directory who holds an office in an organisation. */
    static Someone inOffice(Role role, String organisation) {
        return new Someone(role + "-" + UUID.randomUUID(), List.of(role.name()), List.of(organisation));
    }
}

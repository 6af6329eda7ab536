package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Cell;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.security.Sight;
import org.junit.jupiter.api.DynamicTest;

/**
 * Walks a service's table of authority over HTTP: at every endpoint of every row, somebody in every role tries, and is
 * let in, turned away or told that there is nothing, as the table says.
 */
public final class AuthorityWalk {
    private static final String ANOTHER_ORGANISATION = "910825526";
    private static final int NOT_SIGNED_IN = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int NOT_KNOWN = 404;
    private static final int DEFECT = 500;
    private static final Set<Role> WITHOUT_SIGHT =
            EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.OPERATOR, Role.NAV, Role.SYSTEM);
    private static final Set<Role> BY_DIRECTORY = EnumSet.of(Role.EMPLOYEE, Role.MANAGER, Role.SUBSTITUTE);

    private final RunningService service;
    private final Scene scene;
    private final Employed stranger;
    private final Map<String, String> bodies;
    private final List<Shows> shows;

    /**
     * What an endpoint's answer says only to those who see a field.
     *
     * @param names of the answer's JSON, wherever they stand in it; none of them empty in the scene
     */
    public record Shows(String endpoint, String field, Set<String> names) {}

    /**
     * @param stranger somebody whom HR has told of and who has nothing to do with the case
     * @param bodies what is sent to endpoints that want a body of a certain form
     */
    public AuthorityWalk(
            RunningService service, Scene scene, Employed stranger, Map<String, String> bodies, List<Shows> shows) {
        this.service = service;
        this.scene = scene;
        this.stranger = stranger;
        this.bodies = Map.copyOf(bodies);
        this.shows = List.copyOf(shows);
    }

    public Stream<DynamicTest> walk() {
        var table = service.bean(Authority.class);
        var walkers = walkers();
        var others = others();
        var tests = new ArrayList<DynamicTest>();
        for (var endpoint : endpoints(table)) {
            var row = Walker.rowOf(table, endpoint);
            walkers.forEach((role, walker) -> {
                if (walker.canTry(endpoint)) {
                    tests.add(DynamicTest.dynamicTest(
                            endpoint + " as " + role, () -> isAnsweredAsTheTableSays(row, endpoint, role, walker)));
                }
            });
            if (scene.isAboutCase(endpoint)) {
                tests.add(DynamicTest.dynamicTest(endpoint + " as anybody else", () -> isNothingTo(others, endpoint)));
            }
        }
        return tests.stream();
    }

    private static List<String> endpoints(Authority table) {
        return table.rows().stream()
                .filter(row -> !row.open())
                .flatMap(row -> row.endpoints().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Map<Role, Walker> walkers() {
        var walkers = new EnumMap<Role, Walker>(Role.class);
        for (var role : Role.values()) {
            walkers.put(
                    role,
                    role == Role.SYSTEM
                            ? Walker.ofRole(service, scene, role)
                            : Walker.ofPerson(service, scene, scene.inRole(role, stranger)));
        }
        return walkers;
    }

    private void isAnsweredAsTheTableSays(Row row, String endpoint, Role role, Walker walker) {
        var status = walker.asks(endpoint, bodies.getOrDefault(endpoint, "{}"));
        var expected = expected(row, endpoint, role);
        if (expected.isPresent()) {
            // What is not there is not found by anybody, whoever may see it.
            assertThat(status).isIn(expected.get(), scene.namesNothing(endpoint) ? NOT_KNOWN : expected.get());
            return;
        }
        assertThat(status).as("let in").isNotIn(NOT_SIGNED_IN, NOT_ALLOWED).isLessThan(DEFECT);
        if (scene.namesNothing(endpoint)) {
            return;
        }
        assertThat(status).as("let in").isNotEqualTo(NOT_KNOWN);
        if (Walker.isRead(endpoint)) {
            assertThat(status).isEqualTo(200);
            showsWhatItMay(row, endpoint, role, walker);
        }
    }

    /** The status of whoever is not let in; empty for who is. */
    private Optional<Integer> expected(Row row, String endpoint, Role role) {
        if (!scene.isAboutCase(endpoint)) {
            return rolesOf(role).stream().anyMatch(one -> row.cells().get(one) instanceof Cell.May)
                    ? Optional.empty()
                    : Optional.of(NOT_ALLOWED);
        }
        if (isStranger(role) || (WITHOUT_SIGHT.contains(role) && !(row.cells().get(role) instanceof Cell.May))) {
            return Optional.of(NOT_KNOWN);
        }
        return row.cells().get(role) instanceof Cell.May may && isTiedSo(role, may)
                ? Optional.empty()
                : Optional.of(NOT_ALLOWED);
    }

    /** What somebody holds besides: whoever leads is employed too. */
    private static Set<Role> rolesOf(Role role) {
        if (isStranger(role)) {
            return EnumSet.of(Role.EMPLOYEE);
        }
        return BY_DIRECTORY.contains(role) ? EnumSet.of(Role.EMPLOYEE, role) : EnumSet.of(role);
    }

    /** Nobody can be invited to anything yet. */
    private static boolean isStranger(Role role) {
        return switch (role) {
            case UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH, DOCTOR -> true;
            default -> false;
        };
    }

    private static boolean isTiedSo(Role role, Cell.May may) {
        var tie = switch (role) {
            case EMPLOYEE -> Optional.of(Kind.SELF);
            case MANAGER -> Optional.of(Kind.LINE_MANAGER);
            case SUBSTITUTE -> Optional.of(Kind.SUBSTITUTE);
            case HR -> Optional.of(Kind.HR_OF_ORGANISATION);
            default -> Optional.<Kind>empty();
        };
        return may.relation().equals(tie);
    }

    private void showsWhatItMay(Row row, String endpoint, Role role, Walker walker) {
        if (!(row.cells().get(role) instanceof Cell.May may)) {
            return;
        }
        for (var shown : shows) {
            if (shown.endpoint().equals(endpoint)) {
                var sees =
                        may.fields().contains(Sight.EVERYTHING) || may.fields().contains(shown.field());
                for (var name : shown.names()) {
                    assertThat(walker.lastBody().findValue(name) != null)
                            .as("%s is told %s", role, name)
                            .isEqualTo(sees);
                }
            }
        }
    }

    /** Another's leader, and the same offices in another organisation. */
    private List<Walker> others() {
        return Stream.of(
                        stranger.someone(),
                        Scene.inOffice(Role.HR, ANOTHER_ORGANISATION),
                        Scene.inOffice(Role.AUDITOR, ANOTHER_ORGANISATION))
                .map(someone -> Walker.ofPerson(service, scene, someone))
                .toList();
    }

    private void isNothingTo(List<Walker> others, String endpoint) {
        for (var walker : others) {
            assertThat(walker.asks(endpoint, bodies.getOrDefault(endpoint, "{}")))
                    .isEqualTo(NOT_KNOWN);
        }
    }
}

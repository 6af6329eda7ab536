package no.oppfolging.platform.security;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;

/**
 * A service's table of authority: role × relation × endpoint × field, written by hand.
 *
 * <p>Every row says something about every role, if only that nothing is decided yet; a row that forgets one does not
 * start the service.
 */
public final class Authority {
    /** Roles that come from the issuer rather than from a tie, and hold within an organisation. */
    static final Set<Role> OFFICES =
            EnumSet.of(Role.HR, Role.AUDITOR, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR, Role.NAV);

    /** Offices, and programs, that see nothing of a case or a meeting, unless a row says otherwise. */
    static final Set<Role> WITHOUT_SIGHT =
            EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.OPERATOR, Role.NAV, Role.SYSTEM);

    private final List<Row> rows;
    private final Map<Class<?>, Row> byCommand = new HashMap<>();

    private Authority(List<Row> rows) {
        this.rows = List.copyOf(rows);
        for (var row : rows) {
            row.command().ifPresent(command -> {
                if (byCommand.putIfAbsent(command, row) != null) {
                    throw new IllegalArgumentException("Two rows speak of " + command.getSimpleName());
                }
            });
        }
    }

    public static Authority table(Row... rows) {
        for (var row : rows) {
            row.mustSpeakOfEveryRole();
        }
        return new Authority(List.of(rows));
    }

    /** A row anybody may use, signed in or not. Endpoints are written {@code GET /problems/{slug}}. */
    public static Row open(String... endpoints) {
        return new Row(endpointsOf(endpoints), Optional.empty(), true, false, Map.of());
    }

    /** A row about what is shown, or about working state that is not a fact. */
    public static Row visiting(String... endpoints) {
        return new Row(endpointsOf(endpoints), Optional.empty(), false, false, Map.of());
    }

    /** A row about a command, and the endpoints it is given at; none when only automations give it. */
    public static Row commanding(Class<? extends DomainCommand> command, String... endpoints) {
        return new Row(endpointsOf(endpoints), Optional.of(command), false, false, Map.of());
    }

    /** This table and the rows of another. */
    public Authority and(Authority other) {
        var all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new Authority(all);
    }

    public List<Row> rows() {
        return rows;
    }

    public boolean names(String endpoint) {
        return rows.stream().anyMatch(row -> row.endpoints().contains(endpoint));
    }

    public boolean isOpen(String endpoint) {
        return rows.stream().anyMatch(row -> row.open() && row.endpoints().contains(endpoint));
    }

    Row ofCommand(Class<? extends DomainCommand> command) {
        var row = byCommand.get(command);
        if (row == null) {
            throw new IllegalStateException("The table of authority says nothing about " + command.getSimpleName());
        }
        return row;
    }

    Row ofVisit(String endpoint) {
        return rows.stream()
                .filter(row -> row.command().isEmpty() && row.endpoints().contains(endpoint))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.endpoints().contains(endpoint))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("The table of authority says nothing about " + endpoint));
    }

    private static Set<String> endpointsOf(String... endpoints) {
        for (var endpoint : endpoints) {
            if (!endpoint.matches("(GET|POST|PUT|DELETE|PATCH) /\\S*")) {
                throw new IllegalArgumentException("An endpoint is a method, a space and a path: " + endpoint);
            }
        }
        return new LinkedHashSet<>(List.of(endpoints));
    }

    /** What one role may do in one row. */
    public sealed interface Cell {
        /**
         * Yes, for who is tied to the target so.
         *
         * @param relation empty where the role alone gives the right, within its organisations
         * @param program the one program that may, by what its issuer calls it; empty for whoever has the role
         */
        record May(Optional<Kind> relation, Set<String> fields, Optional<String> program) implements Cell {}

        /** No, and that is decided. */
        record Never() implements Cell {}

        /** Nothing is decided yet, so no. */
        record NothingYet() implements Cell {}
    }

    /**
     * One row: some endpoints, perhaps the command given there, and a cell for every role.
     *
     * @param open for everybody, signed in or not
     * @param automatic this service's own automations and sweeps may give the command
     */
    public record Row(
            Set<String> endpoints,
            Optional<Class<? extends DomainCommand>> command,
            boolean open,
            boolean automatic,
            Map<Role, Cell> cells) {
        public Row {
            endpoints = Set.copyOf(endpoints);
            cells = Map.copyOf(cells);
        }

        /** Who is tied so may, and sees the named fields; all of them when none is named. */
        public Row may(Role role, Kind relation, String... fields) {
            return with(new Cell.May(Optional.of(relation), fieldsOf(fields), Optional.empty()), role);
        }

        /** The role alone gives the right, in the organisations it is held in. */
        public Row may(Role role, String... fields) {
            return with(new Cell.May(Optional.empty(), fieldsOf(fields), Optional.empty()), role);
        }

        /** That program may, and no other, however good its token is. */
        public Row mayProgram(String name, String... fields) {
            return with(new Cell.May(Optional.empty(), fieldsOf(fields), Optional.of(name)), Role.SYSTEM);
        }

        public Row never(Role... roles) {
            return with(new Cell.Never(), roles);
        }

        public Row nothingYet(Role... roles) {
            return with(new Cell.NothingYet(), roles);
        }

        /** Nothing yet for every role that has not been spoken of. */
        public Row nothingYetForOthers() {
            return with(new Cell.NothingYet(), missing().toArray(Role[]::new));
        }

        /** Decided: no other role may. */
        public Row neverForOthers() {
            return with(new Cell.Never(), missing().toArray(Role[]::new));
        }

        /** This service's own automations, sweeps and consumers may give the command. */
        public Row itself() {
            return new Row(endpoints, command, open, true, cells);
        }

        Cell cell(Role role) {
            return cells.getOrDefault(role, new Cell.NothingYet());
        }

        private Row with(Cell cell, Role... roles) {
            var more = new EnumMap<Role, Cell>(Role.class);
            more.putAll(cells);
            for (var role : roles) {
                if (more.put(role, cell) != null) {
                    throw new IllegalArgumentException("Two cells for " + role + " at " + this);
                }
            }
            return new Row(endpoints, command, open, automatic, more);
        }

        private Set<Role> missing() {
            var missing = EnumSet.allOf(Role.class);
            missing.remove(Role.SYSTEM);
            missing.removeAll(cells.keySet());
            return missing;
        }

        private void mustSpeakOfEveryRole() {
            if (!open && !missing().isEmpty()) {
                throw new IllegalArgumentException("The row of " + this + " says nothing about " + missing());
            }
        }

        private static Set<String> fieldsOf(String... fields) {
            return fields.length == 0 ? Set.of(Sight.EVERYTHING) : Set.of(fields);
        }

        @Override
        public String toString() {
            return command.map(Class::getSimpleName).orElseGet(endpoints::toString);
        }
    }
}

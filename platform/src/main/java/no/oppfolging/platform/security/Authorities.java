package no.oppfolging.platform.security;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.eventlog.CommandCheck;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority.Cell;
import no.oppfolging.platform.security.Authority.Row;

/** Reads the table of authority for a caller, a target and this moment. */
public final class Authorities implements CommandCheck {
    private static final String PROGRAM = "program:";

    private final Authority table;
    private final Relations relations;
    private final InstantSource clock;

    public Authorities(Authority table, Relations relations, InstantSource clock) {
        this.table = table;
        this.relations = relations;
        this.clock = clock;
    }

    /** In which capacity somebody acts, and on behalf of whose organisation. */
    public record Capacity(Actor actor, OrganisationNumber organisation) {
        private boolean fits(Row row) {
            return row.cell(actor.role()) instanceof Cell.May may
                    && may.relation().equals(kindOf(actor))
                    && isLetIn(may, actor);
        }
    }

    /** Whether this service's own automations may, or the person may in the capacity named, at this moment. */
    @Override
    public void check(DomainCommand command, CommandOrigin origin) {
        var row = table.ofCommand(command.getClass());
        switch (origin.actor()) {
            case Actor.Automatic automatic -> mayDoUnattended(row, automatic);
            case Actor.Person person -> mayDoInPerson(row, person, command.tiedTo(), origin.organisation());
        }
    }

    private static void mayDoUnattended(Row row, Actor.Automatic automatic) {
        var fromOutside = automatic.name().startsWith(PROGRAM);
        var may = fromOutside
                ? row.cell(Role.SYSTEM) instanceof Cell.May cell && isLetIn(cell, automatic)
                : row.automatic();
        if (!may) {
            throw new NotAllowed();
        }
    }

    private void mayDoInPerson(Row row, Actor.Person person, Identifier target, OrganisationNumber organisation) {
        var standing = relations.standing(person.id(), target, clock.instant()).orElseThrow(NotKnown::new);
        var office = Authority.OFFICES.contains(person.role());
        var tied = kindOf(person).flatMap(kind -> standing.tie(person.role(), kind));
        if (!standing.organisation().equals(organisation) || (!office && tied.isEmpty())) {
            throw standing.ties().isEmpty() ? new NotKnown() : new NotAllowed();
        }
        if (office && standing.isOwn()) {
            throw new NotAllowed();
        }
        if (!new Capacity(person, organisation).fits(row)) {
            throw new NotAllowed();
        }
    }

    /** As whom the caller gives a command at an endpoint: by the closest tie that allows it. */
    public Capacity capacity(Caller caller, DomainCommand command, String endpoint) {
        var row = table.ofCommand(command.getClass());
        if (!row.endpoints().contains(endpoint)) {
            throw new IllegalStateException("The table of authority does not give " + row + " at " + endpoint);
        }
        return best(row, capacities(caller, command.tiedTo()));
    }

    /** What the caller may see of a target at an endpoint. */
    public Sight sight(Caller caller, Identifier target, String endpoint) {
        var row = table.ofVisit(endpoint);
        var actor = best(row, capacities(caller, target)).actor();
        return new Sight(actor, ((Cell.May) row.cell(actor.role())).fields());
    }

    /** What the caller may see at an endpoint that is about nothing in particular, such as a list of one's own. */
    public Sight sight(Caller caller, String endpoint) {
        var row = table.ofVisit(endpoint);
        var fields = new HashSet<String>();
        var actor = Optional.<Actor>empty();
        for (var role : Role.values()) {
            var as = actorOf(caller, role, Optional.empty());
            if (caller.roles().contains(role) && row.cell(role) instanceof Cell.May may && isLetIn(may, as)) {
                fields.addAll(may.fields());
                actor = Optional.of(as);
            }
        }
        return new Sight(actor.orElseThrow(NotAllowed::new), fields);
    }

    /**
     * As whom the caller is told of one thing in a list of many: by the closest tie, or else by an office that sees.
     */
    public Actor reader(Caller caller, Identifier target) {
        return capacities(caller, target).stream()
                .map(Capacity::actor)
                .filter(actor -> !Authority.WITHOUT_SIGHT.contains(actor.role()))
                .findFirst()
                .orElseThrow(NotKnown::new);
    }

    /** Whether the caller may do anything at all that the row of this command or page allows; decides on buttons. */
    public boolean allows(Caller caller, Identifier target, Class<? extends DomainCommand> command) {
        var row = table.ofCommand(command);
        return capacities(caller, target).stream().anyMatch(capacity -> capacity.fits(row));
    }

    private static Capacity best(Row row, List<Capacity> capacities) {
        for (var capacity : capacities) {
            if (capacity.fits(row)) {
                return capacity;
            }
        }
        // Whoever sees no content does not learn that there is any.
        var knows = capacities.stream()
                .map(capacity -> capacity.actor().role())
                .anyMatch(role -> !Authority.WITHOUT_SIGHT.contains(role));
        throw knows ? new NotAllowed() : new NotKnown();
    }

    /** Closest tie first, then the offices held in the target's organisation; nobody holds one in what is their own. */
    private List<Capacity> capacities(Caller caller, Identifier target) {
        return switch (caller) {
            case Caller.Person person ->
                relations
                        .standing(person.id(), target, clock.instant())
                        .map(standing -> capacities(person, standing))
                        .orElse(List.of());
            case Caller.Program program ->
                relations.organisationOf(target).stream()
                        .filter(program.organisations()::contains)
                        .map(organisation ->
                                new Capacity(actorOf(program, Role.SYSTEM, Optional.empty()), organisation))
                        .toList();
        };
    }

    private static List<Capacity> capacities(Caller.Person person, Standing standing) {
        var capacities = new ArrayList<Capacity>();
        for (var tie : standing.ties()) {
            var relation = new Actor.Relation(tie.kind(), standing.directoryPosition());
            var actor = new Actor.Person(person.id(), tie.role(), Optional.of(relation), tie.onBehalfOf());
            capacities.add(new Capacity(actor, standing.organisation()));
        }
        if (!standing.isOwn() && person.organisations().contains(standing.organisation())) {
            for (var office : Authority.OFFICES) {
                if (person.roles().contains(office)) {
                    var relation = office == Role.HR
                            ? Optional.of(new Actor.Relation(Kind.HR_OF_ORGANISATION, standing.directoryPosition()))
                            : Optional.<Actor.Relation>empty();
                    capacities.add(new Capacity(actorOf(person, office, relation), standing.organisation()));
                }
            }
        }
        return capacities;
    }

    private static Actor actorOf(Caller caller, Role role, Optional<Actor.Relation> relation) {
        return switch (caller) {
            case Caller.Person person -> new Actor.Person(person.id(), role, relation, Optional.empty());
            case Caller.Program program -> new Actor.Automatic(PROGRAM + program.name());
        };
    }

    private static boolean isLetIn(Cell.May may, Actor actor) {
        return may.program()
                .map(name -> actor.equals(new Actor.Automatic(PROGRAM + name)))
                .orElse(true);
    }

    private static Optional<Kind> kindOf(Actor actor) {
        return actor instanceof Actor.Person person ? person.relation().map(Actor.Relation::kind) : Optional.empty();
    }
}

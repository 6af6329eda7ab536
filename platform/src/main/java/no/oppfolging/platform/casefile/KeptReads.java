package no.oppfolging.platform.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.privacy.Reads;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Relations;

/** Keeps who has read a case in the service's own log, and tells it from there. */
public final class KeptReads implements Reads {
    private static final int REMEMBERED = 20_000;

    private final ServiceName service;
    private final Commands commands;
    private final Relations relations;
    private final EventLog log;
    private final Clock clock;
    private final Map<CommandId, Boolean> stored = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    KeptReads(ServiceName service, Commands commands, Relations relations, EventLog log, Clock clock) {
        this.service = service;
        this.commands = commands;
        this.relations = relations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One read, as it is told.
     *
     * @param by the reader's pseudonym, or the program's name
     */
    public record Read(String service, Instant at, Role role, String by, ReadPurpose purpose) {}

    @Override
    public void readBy(Actor actor, ReadPurpose purpose, CaseId caseId) {
        var id = idOf(actor, purpose, caseId);
        if (isStored(id)) {
            return;
        }
        var organisation = relations.organisationOf(caseId).orElseThrow(NotKnown::new);
        var origin = new CommandOrigin(id, organisation, actor, Optional.empty(), Optional.empty(), id.value());
        commands.send(new NoteCaseRead(caseId, purpose), origin);
        remember(id);
    }

    /** Who has read any of some cases that have become one, the latest first. */
    public List<Read> of(Collection<CaseId> family) {
        return family.stream()
                .flatMap(caseId -> log.ofStream(new ReadsOfCase(caseId).value()).stream())
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .map(this::read)
                .toList();
    }

    private Read read(RecordedEvent recorded) {
        var actor = recorded.metadata().actor();
        return new Read(
                service.value(),
                recorded.recordedAt(),
                actor.role(),
                nameOf(actor),
                ((CaseRead) recorded.event()).purpose());
    }

    /** Follows from reader, purpose, case and hour: once is enough. */
    private CommandId idOf(Actor actor, ReadPurpose purpose, CaseId caseId) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new CommandId(DerivedId.of(new ReadsOfCase(caseId).value(), nameOf(actor) + " " + purpose + " " + hour));
    }

    private static String nameOf(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id().toString();
            case Actor.Automatic automatic -> automatic.name();
        };
    }

    /** Spares the log being asked again at every click. */
    private boolean isStored(CommandId id) {
        synchronized (stored) {
            return stored.containsKey(id);
        }
    }

    private void remember(CommandId id) {
        synchronized (stored) {
            stored.put(id, true);
        }
    }
}

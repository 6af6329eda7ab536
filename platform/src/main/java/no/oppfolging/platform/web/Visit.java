package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.KeysAtOnce;
import no.oppfolging.platform.eventlog.LogUnavailable;
import no.oppfolging.platform.eventlog.OutcomeUnknown;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.privacy.Reads;
import no.oppfolging.platform.security.Authorities;
import no.oppfolging.platform.security.Authorities.Capacity;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.Sight;

/**
 * One request of one caller at one endpoint; every controller method takes one, and asks it before it shows or does
 * anything. An answer of an endpoint that did not ask is withheld.
 */
public final class Visit {
    static final String ASKED = Visit.class.getName() + ".asked";
    private static final Set<String> NOT_WRITTEN = Set.of("_csrf", "commandId", "version", "warned");
    private static final UUID PROGRAMS = UUID.fromString("5c1b9a0e-7b8c-5d33-9a64-0b6c3b0f3f51");
    private static final int LONGEST_KEY = 200;

    private final HttpServletRequest request;
    private final String endpoint;
    private final Caller caller;
    private final Authorities authorities;
    private final Function<Identifier, Optional<UUID>> traces;
    private final Reads reads;

    Visit(
            HttpServletRequest request,
            String endpoint,
            Caller caller,
            Authorities authorities,
            Function<Identifier, Optional<UUID>> traces,
            Reads reads) {
        this.request = request;
        this.endpoint = endpoint;
        this.caller = caller;
        this.authorities = authorities;
        this.traces = traces;
        this.reads = reads;
    }

    public Caller caller() {
        return caller;
    }

    /**
     * What the caller may see of something; unknown or not allowed to know is the same refusal. That a case is seen is
     * kept before this returns, and where that cannot be done, nothing is seen.
     */
    public Sight to(Identifier target) {
        asked();
        var sight = authorities.sight(caller, target, endpoint);
        var purpose = StatedPurpose.veilUnlessStated(sight.actor().role(), request);
        if (target instanceof CaseId caseId) {
            keepRead(sight.actor(), purpose, caseId);
        }
        return sight;
    }

    /**
     * That the caller is told of many cases in a list, more than that they are there and what is next: each is kept as
     * {@link #to} keeps one, by how the caller stands to that case. Where one of them cannot be kept, nothing is told.
     */
    public void toAll(Collection<CaseId> cases) {
        asked();
        var readers = new ConcurrentHashMap<CaseId, Actor>();
        eachAtOnce(cases, caseId -> readers.put(caseId, authorities.reader(caller, caseId)));
        var purposes = new EnumMap<Role, ReadPurpose>(Role.class);
        readers.values()
                .forEach(reader ->
                        purposes.computeIfAbsent(reader.role(), role -> StatedPurpose.veilUnlessStated(role, request)));
        eachAtOnce(readers.entrySet(), read -> {
            var reader = read.getValue();
            keepRead(reader, purposes.getOrDefault(reader.role(), ReadPurpose.of(reader.role())), read.getKey());
        });
    }

    /** Those that come together are asked of and stored together. */
    private static <T> void eachAtOnce(Collection<T> things, Consumer<T> does) {
        KeysAtOnce.each(things.stream().map(List::of).toList(), does);
    }

    private void keepRead(Actor reader, ReadPurpose purpose, CaseId caseId) {
        try {
            reads.readBy(reader, purpose, caseId);
        } catch (LogUnavailable | OutcomeUnknown e) {
            throw new ReadNotKept(e);
        }
    }

    /** What the caller may see where the endpoint is about nothing in particular. */
    public Sight here() {
        asked();
        var sight = authorities.sight(caller, endpoint);
        StatedPurpose.veilUnlessStated(sight.actor().role(), request);
        return sight;
    }

    /** Whether the caller could give such a command there now; a button exists only then. */
    public boolean may(Class<? extends DomainCommand> command, Identifier target) {
        return authorities.allows(caller, target, command);
    }

    /** In which capacity the caller gives a command that has an id of its own, such as its message's. */
    public Capacity capacity(DomainCommand command) {
        asked();
        return authorities.capacity(caller, command, endpoint);
    }

    /** The origin of a command that changes what the caller has seen: the version seen must be named. */
    public CommandOrigin toChange(DomainCommand command) {
        return origin(command, () -> Optional.of(seenVersion().orElseThrow(VersionMissing::new)));
    }

    /** The origin of a command that does not depend on what the caller has seen; a version is heeded if named. */
    public CommandOrigin toDo(DomainCommand command) {
        return origin(command, this::seenVersion);
    }

    /** Nothing is asked of who may not: what is missing would tell them that there is something. */
    private CommandOrigin origin(DomainCommand command, Supplier<Optional<Long>> version) {
        var capacity = capacity(command);
        var expectedVersion = version.get();
        var id = commandId();
        return new CommandOrigin(
                id,
                capacity.organisation(),
                capacity.actor(),
                expectedVersion,
                Optional.empty(),
                traces.apply(command.target()).orElseGet(id::value),
                AskedBody.fingerprintOf(request));
    }

    /** The version the caller has seen, from {@code If-Match} or the form's hidden field {@code version}. */
    public Optional<Long> seenVersion() {
        var header = request.getHeader("If-Match");
        if (header != null) {
            return Optional.of(Versions.ofTag(header));
        }
        return Optional.ofNullable(request.getParameter("version"))
                .filter(text -> !text.isBlank())
                .map(Versions::of);
    }

    /**
     * Follows from who asks and the key they chose, so that nobody can be given another's answer; a form that is sent
     * again after it has been written on is another command.
     */
    private CommandId commandId() {
        var header = request.getHeader(AskedBody.KEY);
        var chosen = header != null ? header : request.getParameter("commandId");
        if (chosen == null || chosen.isBlank() || chosen.length() > LONGEST_KEY) {
            throw new IdempotencyKeyMissing();
        }
        var key = header != null ? chosen : chosen + " " + written();
        return new CommandId(
                switch (caller) {
                    case Caller.Person person -> DerivedId.of(person.id().value(), key);
                    case Caller.Program program -> DerivedId.of(PROGRAMS, program.name() + " " + key);
                });
    }

    /** What a form says, field by field; the seen version says nothing of its own. */
    private String written() {
        return new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .filter(field -> !NOT_WRITTEN.contains(field.getKey()))
                        .map(field -> field.getKey() + "=" + List.of(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private void asked() {
        request.setAttribute(ASKED, true);
    }
}

package no.oppfolging.platform.eventlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.Note.AddLine;
import no.oppfolging.platform.eventlog.Note.CloseNote;
import no.oppfolging.platform.eventlog.Note.NoteId;
import no.oppfolging.platform.eventlog.Note.NoteShell;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.time.MovableClock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One instance of a service that keeps notes, on a real database. */
final class RunningLog implements AutoCloseable {
    static final OrganisationNumber NORDFJELL = new OrganisationNumber("910825526");
    static final PersonId KARI = PersonId.of("00000000-0000-7000-8000-00000000000a");
    static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

    final MovableClock clock;
    private final ConfigurableApplicationContext context;

    RunningLog(Database database, Object... followers) {
        this(database, MovableClock.startingAt(MONDAY_NINE), followers);
    }

    RunningLog(Database database, MovableClock clock, Object... followers) {
        this.clock = clock;
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("oppfolging.instance", "log-" + UUID.randomUUID());
        context = new SpringApplicationBuilder(Notes.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "no-such-file"))
                .initializers(fresh -> {
                    fresh.getEnvironment()
                            .getPropertySources()
                            .addFirst(new org.springframework.core.env.MapPropertySource("test", properties));
                    var beans = (GenericApplicationContext) fresh;
                    beans.registerBean(Clock.class, () -> clock);
                    Arrays.asList(followers).forEach(follower -> registerFollower(beans, follower));
                })
                .run();
    }

    private static <T> void registerFollower(GenericApplicationContext beans, T follower) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) follower.getClass();
        beans.registerBean("follower-" + System.identityHashCode(follower), type, () -> follower);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PlatformEventLog.class)
    static class Notes {
        @Bean
        ServiceName serviceName() {
            return new ServiceName("notes");
        }

        @Bean
        EventCatalogue events() {
            return Note.EVENTS;
        }

        @Bean
        AggregateShell notes() {
            return new AggregateShell(NoteShell.class);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    static NoteId aNote() {
        return new NoteId(UUID.randomUUID());
    }

    static CommandId anId() {
        return new CommandId(UUID.randomUUID());
    }

    static AddLine line(NoteId note, String text) {
        return new AddLine(note, new PersonalText(KARI, text));
    }

    static CloseNote close(NoteId note) {
        return new CloseNote(note);
    }

    Answer send(DomainCommand command) {
        return send(command, anId());
    }

    Answer send(DomainCommand command, CommandId id) {
        return bean(Commands.class).send(command, origin(id, Optional.empty()));
    }

    Answer send(DomainCommand command, long seenVersion) {
        return bean(Commands.class).send(command, origin(anId(), Optional.of(seenVersion)));
    }

    Answer send(DomainCommand command, CommandId id, long seenVersion) {
        return bean(Commands.class).send(command, origin(id, Optional.of(seenVersion)));
    }

    /** From a sender who chose the id for this request. */
    Answer send(DomainCommand command, CommandId id, String asked) {
        var origin = origin(id, Optional.empty());
        return bean(Commands.class)
                .send(
                        command,
                        new CommandOrigin(
                                id,
                                origin.organisation(),
                                origin.actor(),
                                Optional.empty(),
                                Optional.empty(),
                                origin.correlation(),
                                Optional.of(asked)));
    }

    private static CommandOrigin origin(CommandId id, Optional<Long> version) {
        return new CommandOrigin(
                id, NORDFJELL, new Actor.Person(KARI, Role.EMPLOYEE), version, Optional.empty(), id.value());
    }

    List<RecordedEvent> all() {
        return bean(EventLog.class).after(0, 1_000);
    }

    JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

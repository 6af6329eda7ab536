package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.security.Authority;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.DynamicTest;

/**
 * What must hold where Axon is put together by hand, which says nothing of a part that is missing until it is asked.
 */
public final class WiringRules {
    private WiringRules() {}

    /** An aggregate's shell, with all it may be asked and all that may happen to it. */
    public record Wired(Class<?> shell, Class<? extends DomainCommand> commands, Class<? extends DomainEvent> events) {}

    /** Every command and event of every aggregate is known wherever it must be. */
    public static Stream<DynamicTest> mustHold(Authority table, EventCatalogue catalogue, Wired... aggregates) {
        return Arrays.stream(aggregates).flatMap(aggregate -> {
            var name = aggregate.shell().getSimpleName() + ": ";
            return Stream.of(
                    DynamicTest.dynamicTest(
                            name + "every command has a handler of its own", () -> hasHandlers(aggregate)),
                    DynamicTest.dynamicTest(
                            name + "every command stands in the table of authority",
                            () -> standsIn(table, aggregate.commands())),
                    DynamicTest.dynamicTest(
                            name + "every event has a lasting name", () -> isNamed(catalogue, aggregate.events())));
        });
    }

    /** Of a running service: commands join no transaction, and events are kept and followed by what we made. */
    public static Stream<DynamicTest> mustHold(RunningService service) {
        var axon = service.bean(Configuration.class);
        return Stream.of(
                DynamicTest.dynamicTest("commands go by a simple bus and join no transaction", () -> {
                    assertThat(axon.commandBus())
                            .isExactlyInstanceOf(SimpleCommandBus.class)
                            .isSameAs(service.bean(CommandBus.class));
                    assertThat(axon.getComponent(TransactionManager.class)).isSameAs(NoTransactionManager.INSTANCE);
                }),
                DynamicTest.dynamicTest(
                        "events are kept in our own store",
                        () -> assertThat(axon.eventStore().getClass().getPackageName())
                                .isEqualTo("no.oppfolging.platform.eventlog")),
                DynamicTest.dynamicTest(
                        "nothing follows the log but what we start ourselves",
                        () -> assertThat(axon.eventProcessingConfiguration()).isNull()));
    }

    /** Axon finds a handler by the exact class. */
    private static void hasHandlers(Wired aggregate) {
        var handled = Arrays.stream(aggregate.shell().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> (Object) method.getParameterTypes()[0])
                .collect(Collectors.toSet());
        assertThat(handled).isEqualTo(leaves(aggregate.commands()));
    }

    private static void standsIn(Authority table, Class<?> commands) {
        var named = table.rows().stream()
                .map(Authority.Row::command)
                .flatMap(command -> command.stream().map(Object.class::cast))
                .collect(Collectors.toSet());
        assertThat(named).containsAll(leaves(commands));
    }

    private static void isNamed(EventCatalogue catalogue, Class<?> events) {
        var named = catalogue.names().stream()
                .map(name -> (Object) catalogue.entryOf(name).type())
                .collect(Collectors.toSet());
        assertThat(named).containsAll(leaves(events));
    }

    private static Set<Object> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(one -> leaves(one).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }
}

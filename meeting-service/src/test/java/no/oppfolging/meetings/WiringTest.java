package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.CaseMeetingsCommand;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.meetings.write.CaseMeetingsShell;
import no.oppfolging.platform.security.Authority;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;

class WiringTest {
    /** Axon finds a handler by the exact class, and says nothing of one that is missing until it is asked. */
    @Test
    void every_command_has_a_handler_of_its_own() {
        var handled = Arrays.stream(CaseMeetingsShell.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> (Object) method.getParameterTypes()[0])
                .collect(Collectors.toSet());
        assertThat(handled).isEqualTo(leaves(CaseMeetingsCommand.class));
    }

    @Test
    void every_command_stands_in_the_table_of_authority() {
        var named = MeetingsAuthority.table().rows().stream()
                .map(Authority.Row::command)
                .flatMap(command -> command.stream().map(Object.class::cast))
                .collect(Collectors.toSet());
        assertThat(named).containsAll(leaves(CaseMeetingsCommand.class));
    }

    @Test
    void every_event_has_a_lasting_name() {
        var catalogue = MeetingEvents.catalogue();
        var named = catalogue.names().stream()
                .map(name -> (Object) catalogue.entryOf(name).type())
                .collect(Collectors.toSet());
        assertThat(named).containsAll(leaves(CaseMeetingsEvent.class));
    }

    private static Set<Object> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(one -> leaves(one).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }
}

package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.Test;

class WiringIT {
    private final Configuration axon = RunningPlans.SERVICE.bean(Configuration.class);

    @Test
    void commands_go_by_a_simple_bus_and_join_no_transaction() {
        assertThat(axon.commandBus())
                .isExactlyInstanceOf(SimpleCommandBus.class)
                .isSameAs(RunningPlans.SERVICE.bean(CommandBus.class));
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(NoTransactionManager.INSTANCE);
    }

    @Test
    void events_are_kept_in_our_own_store() {
        assertThat(axon.eventStore().getClass().getPackageName()).isEqualTo("no.oppfolging.platform.eventlog");
    }

    @Test
    void nothing_follows_the_log_but_what_we_start_ourselves() {
        assertThat(axon.eventProcessingConfiguration()).isNull();
    }
}

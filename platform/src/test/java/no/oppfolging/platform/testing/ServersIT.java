package no.oppfolging.platform.testing;

import static no.oppfolging.platform.testing.ServiceName.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServersIT {

    @Test
    void are_the_same_for_every_test() {
        assertThat(Servers.database(MEETINGS)).isEqualTo(Servers.database(MEETINGS));
        assertThat(Servers.kafka(MEETINGS)).isEqualTo(Servers.kafka(MEETINGS));
    }

    @Test
    void give_a_test_an_empty_database_when_it_asks_for_one() {
        var first = Servers.freshDatabase(MEETINGS);
        var second = Servers.freshDatabase(MEETINGS);
        JdbcClient.create(first.asOwner())
                .sql("create table traces (trace text)")
                .update();
        var tables = JdbcClient.create(second.asOwner())
                .sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single();
        assertThat(tables).isZero();
    }

    @Test
    void say_all_that_a_service_must_know_of_them() {
        assertThat(Servers.properties(MEETINGS))
                .containsOnlyKeys(
                        "oppfolging.database.url",
                        "oppfolging.database.owner.username",
                        "oppfolging.database.owner.password",
                        "oppfolging.database.app.username",
                        "oppfolging.database.app.password",
                        "oppfolging.kafka.bootstrap-servers",
                        "oppfolging.kafka.username",
                        "oppfolging.kafka.password");
    }
}

package no.oppfolging.platform.testing;

import static no.oppfolging.platform.testing.ServiceName.CASES;
import static no.oppfolging.platform.testing.ServiceName.PLANS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class LocalPostgresIT {
    private LocalPostgres server;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        server = LocalPostgres.start(folder, 0);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void keeps_what_it_has_answered() {
        assertThat(setting(server.superuser(), "fsync")).isEqualTo("on");
        assertThat(setting(server.superuser(), "synchronous_commit")).isEqualTo("on");
    }

    @Test
    void lives_in_another_time_zone_than_the_JVM() {
        var zone = JdbcClient.create(server.superuser())
                .sql("select substring(pg_read_file('postmaster.opts') from 'timezone=([^\"]+)')")
                .query(String.class)
                .single();
        assertThat(zone)
                .isEqualTo("America/St_Johns")
                .isNotEqualTo(TimeZone.getDefault().getID());
    }

    @Test
    void lets_the_owner_migrate_and_the_application_only_use_what_it_is_granted() {
        var database = server.freshDatabase(CASES);
        var owner = JdbcClient.create(database.asOwner());
        owner.sql("create table facts (fact text)").update();
        owner.sql("grant insert, select on facts to cases_app").update();

        var app = JdbcClient.create(database.asApp());
        app.sql("insert into facts values ('Kari is away')").update();
        assertThat(app.sql("select count(*) from facts").query(Integer.class).single())
                .isEqualTo(1);
        assertThatThrownBy(() -> app.sql("delete from facts").update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> app.sql("create table views (view text)").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void keeps_one_service_out_of_the_database_of_another() {
        var plans = server.database(PLANS);
        var cases = server.database(CASES);
        var intruder =
                new Database(plans.url(), "cases_owner", cases.ownerPassword(), "cases_app", cases.appPassword());
        assertThatThrownBy(() -> intruder.asApp().getConnection())
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void asks_everyone_for_a_password() {
        var cases = server.database(CASES);
        var forgetful = new Database(cases.url(), "postgres", "guessed", "cases_app", "");
        assertThatThrownBy(() -> forgetful.asOwner().getConnection()).hasMessageContaining("authentication failed");
        assertThatThrownBy(() -> forgetful.asApp().getConnection()).isInstanceOf(SQLException.class);
    }

    @Test
    void goes_on_with_the_data_it_left(@TempDir Path kept) {
        try (var first = LocalPostgres.start(kept, 0)) {
            JdbcClient.create(first.database(CASES).asOwner())
                    .sql("create table facts (fact text)")
                    .update();
        }
        try (var second = LocalPostgres.start(kept, 0)) {
            var count = JdbcClient.create(second.database(CASES).asOwner())
                    .sql("select count(*) from facts")
                    .query(Integer.class)
                    .single();
            assertThat(count).isZero();
        }
    }

    @Test
    void does_not_take_a_stranger_for_itself() {
        assertThatThrownBy(() -> LocalPostgres.start(folder.resolve("second"), server.port()))
                .hasStackTraceContaining("port " + server.port());
    }

    private static String setting(DataSource source, String name) {
        return JdbcClient.create(source).sql("show " + name).query(String.class).single();
    }
}

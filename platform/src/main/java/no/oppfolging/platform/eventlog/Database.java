package no.oppfolging.platform.eventlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a service's database: the owner migrates and disconnects, then the application role connects. */
final class Database {
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int KEPT_READY = 2;
    private static final int MIGRATING = 4;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private Database() {}

    /** Migrates the platform's tables, then the service's; each keeps a history table of its own. */
    static void migrate(ServiceName service, DatabaseSettings settings) {
        try (var owner = poolOfOwner(service, settings)) {
            migrate(owner, settings, "platform_history", "db/platform");
            migrate(owner, settings, "service_history", "db/" + service);
        }
    }

    private static void migrate(DataSource owner, DatabaseSettings settings, String history, String location) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(owner)
                .table(history)
                .locations("classpath:" + location)
                .placeholders(Map.of("app", settings.app().username()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }

    /** Flyway takes several at once, and the second time the same ones. */
    private static HikariDataSource poolOfOwner(ServiceName service, DatabaseSettings settings) {
        var config = poolOf(service.value() + "-migration", settings.url(), settings.owner());
        config.setMaximumPoolSize(MIGRATING);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    static HikariDataSource pool(ServiceName service, DatabaseSettings settings) {
        var config = poolOf(service.value(), settings.url(), settings.app());
        config.setMaximumPoolSize(settings.pool());
        // The rest when they are asked for: each costs the server a process.
        config.setMinimumIdle(Math.min(KEPT_READY, settings.pool()));
        config.addDataSourceProperty("ApplicationName", "oppfolging-" + service);
        return new HikariDataSource(config);
    }

    private static HikariConfig poolOf(String name, String url, DatabaseSettings.Login login) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.username());
        config.setPassword(login.password());
        return config;
    }

    /** For the appender alone: one connection that is durable at commit and cannot hang for ever. */
    static DataSource forAppender(ServiceName service, DatabaseSettings settings) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(settings.url());
        dataSource.setUser(settings.app().username());
        dataSource.setPassword(settings.app().password());
        dataSource.setApplicationName("oppfolging-" + service + "-appender");
        dataSource.setTcpKeepAlive(true);
        dataSource.setConnectTimeout(SECONDS_TO_CONNECT);
        // After the database's own limit: a server that does not even end the append leaves its outcome unknown.
        dataSource.setSocketTimeout((int) settings.hangingWriter().plus(GRACE).toSeconds());
        dataSource.setPrepareThreshold(1);
        var limit = settings.hangingWriter().toMillis();
        // A plan made while the log was empty would be a scan for ever.
        dataSource.setOptions("-c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
                + " -c transaction_timeout=" + limit + " -c idle_in_transaction_session_timeout=" + limit);
        return dataSource;
    }
}

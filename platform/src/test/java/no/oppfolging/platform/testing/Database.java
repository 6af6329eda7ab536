package no.oppfolging.platform.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One service's database: its owner migrates it, its application role works in it. */
public record Database(String url, String ownerUsername, String ownerPassword, String appUsername, String appPassword) {

    /** What the service that uses it is configured with. */
    public Map<String, String> properties() {
        return Map.of(
                "oppfolging.database.url", url,
                "oppfolging.database.owner.username", ownerUsername,
                "oppfolging.database.owner.password", ownerPassword,
                "oppfolging.database.app.username", appUsername,
                "oppfolging.database.app.password", appPassword);
    }

    public DataSource asOwner() {
        return dataSource(ownerUsername, ownerPassword);
    }

    public DataSource asApp() {
        return dataSource(appUsername, appPassword);
    }

    /** A few connections that are used again, to be closed by whoever asks. */
    public HikariDataSource poolAsApp() {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(appUsername);
        config.setPassword(appPassword);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private DataSource dataSource(String username, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return url;
    }
}

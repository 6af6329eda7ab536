package no.oppfolging.platform.testing;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes databases and roles: a service reaches its own database, and no other. */
final class Databases {
    private final DataSource superuser;
    private final String address;
    private final Passwords passwords;
    private final Map<ServiceName, Database> own = new EnumMap<>(ServiceName.class);
    private int fresh;

    /** @param address host and port, as they stand in a URL */
    Databases(DataSource superuser, String address, Passwords passwords) {
        this.superuser = superuser;
        this.address = address;
        this.passwords = passwords;
    }

    synchronized Database database(ServiceName service) {
        return own.computeIfAbsent(service, s -> onOneConnection(sql -> made(sql, s, s.plural())));
    }

    synchronized Database freshDatabase(ServiceName service) {
        return onOneConnection(sql -> {
            String name;
            do {
                fresh++;
                name = service.plural() + "_" + fresh;
            } while (exists(sql, name));
            return made(sql, service, name);
        });
    }

    private Database made(JdbcTemplate sql, ServiceName service, String name) {
        var owner = service.plural() + "_owner";
        var app = service.plural() + "_app";
        var database = new Database(
                "jdbc:postgresql://" + address + "/" + name, owner, passwords.of(owner), app, passwords.of(app));
        sql.execute(role(owner, database.ownerPassword()));
        sql.execute(role(app, database.appPassword()));
        if (!exists(sql, name)) {
            sql.execute("create database %s owner %s".formatted(name, owner));
            sql.execute("revoke all on database %s from public".formatted(name));
            sql.execute("grant connect on database %s to %s".formatted(name, app));
        }
        return database;
    }

    private static String role(String name, String password) {
        return """
        do $$ begin
            if not exists (select from pg_roles where rolname = '%1$s') then
                create role %1$s login password '%2$s';
            end if;
        end $$""".formatted(name, password);
    }

    private static boolean exists(JdbcTemplate sql, String name) {
        return !sql.queryForList("select 1 from pg_database where datname = ?", name)
                .isEmpty();
    }

    /** Each costs the server a process. */
    private Database onOneConnection(Function<JdbcTemplate, Database> work) {
        try (var connection = superuser.getConnection()) {
            return work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make a database", e);
        }
    }
}

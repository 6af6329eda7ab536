package no.oppfolging.platform.testing;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

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
        return own.computeIfAbsent(service, s -> create(s, s.plural()));
    }

    synchronized Database freshDatabase(ServiceName service) {
        String name;
        do {
            fresh++;
            name = service.plural() + "_" + fresh;
        } while (exists(name));
        return create(service, name);
    }

    private Database create(ServiceName service, String name) {
        var owner = service.plural() + "_owner";
        var app = service.plural() + "_app";
        var database = new Database(
                "jdbc:postgresql://" + address + "/" + name, owner, passwords.of(owner), app, passwords.of(app));
        execute(role(owner, database.ownerPassword()));
        execute(role(app, database.appPassword()));
        if (!exists(name)) {
            execute("create database %s owner %s".formatted(name, owner));
            execute("revoke all on database %s from public".formatted(name));
            execute("grant connect on database %s to %s".formatted(name, app));
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

    private boolean exists(String name) {
        try (var connection = superuser.getConnection();
                var statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not ask for database " + name, e);
        }
    }

    private void execute(String sql) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make a database", e);
        }
    }
}

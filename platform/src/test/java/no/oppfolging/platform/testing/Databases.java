package no.oppfolging.platform.testing;

import java.sql.SQLException;
import java.sql.Statement;
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
        return own.computeIfAbsent(
                service,
                s -> onOneConnection(statement -> {
                    var database = named(s, s.plural());
                    makeRoles(statement, database);
                    if (!exists(statement, s.plural())) {
                        make(statement, s.plural(), database);
                    }
                    return database;
                }));
    }

    synchronized Database freshDatabase(ServiceName service) {
        return onOneConnection(statement -> {
            String name;
            do {
                fresh++;
                name = service.plural() + "_" + fresh;
            } while (exists(statement, name));
            var database = named(service, name);
            makeRoles(statement, database);
            make(statement, name, database);
            return database;
        });
    }

    private Database named(ServiceName service, String name) {
        var owner = service.plural() + "_owner";
        var app = service.plural() + "_app";
        return new Database(
                "jdbc:postgresql://" + address + "/" + name, owner, passwords.of(owner), app, passwords.of(app));
    }

    private static void makeRoles(Statement statement, Database database) throws SQLException {
        statement.execute(role(database.ownerUsername(), database.ownerPassword()));
        statement.execute(role(database.appUsername(), database.appPassword()));
    }

    private static void make(Statement statement, String name, Database database) throws SQLException {
        statement.execute("create database %s owner %s".formatted(name, database.ownerUsername()));
        statement.execute("revoke all on database %s from public".formatted(name));
        statement.execute("grant connect on database %s to %s".formatted(name, database.appUsername()));
    }

    private static String role(String name, String password) {
        return """
        do $$ begin
            if not exists (select from pg_roles where rolname = '%1$s') then
                create role %1$s login password '%2$s';
            end if;
        end $$""".formatted(name, password);
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (var found = statement.executeQuery("select from pg_database where datname = '%s'".formatted(name))) {
            return found.next();
        }
    }

    private interface Work {
        Database on(Statement statement) throws SQLException;
    }

    private Database onOneConnection(Work work) {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make a database", e);
        }
    }
}

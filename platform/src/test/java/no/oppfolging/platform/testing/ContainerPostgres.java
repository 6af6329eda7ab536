package no.oppfolging.platform.testing;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container, for tests on a machine that has an engine and the image. */
final class ContainerPostgres implements PostgresServer {
    private final PostgreSQLContainer container;
    private final Path folder = OwnerOnly.temporaryFolder("oppfolging-postgres-");
    private final Databases databases;

    ContainerPostgres(String image) {
        container = new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withCommand("postgres", "-c", "timezone=" + LocalPostgres.TIME_ZONE, "-c", "max_connections=300");
        container.start();
        var superuser = new PGSimpleDataSource();
        superuser.setUrl(container.getJdbcUrl());
        superuser.setUser(container.getUsername());
        superuser.setPassword(container.getPassword());
        var address = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        databases = new Databases(superuser, address, new Passwords(folder));
    }

    @Override
    public Database database(ServiceName service) {
        return databases.database(service);
    }

    @Override
    public Database freshDatabase(ServiceName service) {
        return databases.freshDatabase(service);
    }

    @Override
    public void close() {
        container.stop();
        OwnerOnly.delete(folder);
    }
}

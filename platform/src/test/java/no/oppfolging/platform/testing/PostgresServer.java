package no.oppfolging.platform.testing;

/** A running PostgreSQL that hands every service a database of its own. */
public sealed interface PostgresServer extends AutoCloseable permits LocalPostgres, ContainerPostgres {

    /** The service's own database, the same one each time. */
    Database database(ServiceName service);

    /** A new, empty database for the service, beside every other. */
    Database freshDatabase(ServiceName service);

    @Override
    void close();
}

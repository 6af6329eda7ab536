package no.oppfolging.platform.testing;

/** A running broker that knows who may write what. */
public sealed interface KafkaServer extends AutoCloseable permits LocalKafka, ContainerKafka {
    /** The principal of the employer's HR system. */
    String HR = "hr";

    /** The principal that may do everything, for those who look after the broker. */
    String ADMIN = "admin";

    KafkaLogin login(String principal);

    default KafkaLogin login(ServiceName service) {
        return login(service.plural());
    }

    @Override
    void close();
}

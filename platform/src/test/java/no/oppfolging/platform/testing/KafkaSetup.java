package no.oppfolging.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** How a single broker that is its own controller is set up: everyone signs in, and nobody may what is not granted. */
record KafkaSetup(String host, int port, int controllerPort, String logDirectory, Passwords passwords) {

    /** The server's properties; {@code bind} is the interface it listens on. */
    Properties properties(String bind) {
        var password = passwords.of(KafkaServer.ADMIN);
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("log.dirs", logDirectory);
        properties.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
        properties.setProperty(
                "listeners", "BROKER://%s:%d,CONTROLLER://localhost:%d".formatted(bind, port, controllerPort));
        properties.setProperty("advertised.listeners", "BROKER://%s:%d".formatted(host, port));
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "BROKER");
        properties.setProperty("listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        properties.setProperty("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        properties.setProperty("listener.name.broker.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.setProperty("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        properties.setProperty("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        properties.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        properties.setProperty(
                "listener.name.broker.scram-sha-512.sasl.jaas.config",
                "%s required username=\"admin\" password=\"%s\";"
                        .formatted(ScramLoginModule.class.getName(), password));
        properties.setProperty(
                "listener.name.controller.plain.sasl.jaas.config",
                "%1$s required username=\"admin\" password=\"%2$s\" user_admin=\"%2$s\";"
                        .formatted(PlainLoginModule.class.getName(), password));
        properties.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.setProperty("allow.everyone.if.no.acl.found", "false");
        properties.setProperty("super.users", "User:admin");
        smallAndQuick(properties);
        return properties;
    }

    /** The arguments that make the principals when the storage is formatted. */
    List<String> scramArguments() {
        var arguments = new ArrayList<String>();
        for (var principal : principals()) {
            arguments.add("--add-scram");
            arguments.add("SCRAM-SHA-512=[name=%s,password=%s]".formatted(principal, passwords.of(principal)));
        }
        return arguments;
    }

    KafkaLogin login(String principal) {
        return new KafkaLogin(host + ":" + port, principal, passwords.of(principal));
    }

    private static List<String> principals() {
        var principals = new ArrayList<>(List.of(KafkaServer.ADMIN, KafkaServer.HR));
        for (var service : ServiceName.values()) {
            principals.add(service.plural());
        }
        return principals;
    }

    private static void smallAndQuick(Properties properties) {
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("num.partitions", "12");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // Those who read for one service come together: who comes alone first has to be told of the next, which takes
        // two seconds.
        properties.setProperty("group.initial.rebalance.delay.ms", "200");
        properties.setProperty("broker.session.timeout.ms", "3000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        properties.setProperty("log.index.size.max.bytes", "1048576");
    }
}

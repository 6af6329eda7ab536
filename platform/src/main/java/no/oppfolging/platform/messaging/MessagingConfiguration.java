package no.oppfolging.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.oppfolging.platform.eventlog.LogTime;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.time.Ids;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The news of one service, in and out. A service imports this, and declares its {@link Participant}, its
 * {@link MessageHandler}s, its {@link Outbox} if it has something to tell, and {@link Refusals} if it tells HR.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class MessagingConfiguration {
    @Bean
    Clients kafkaClients(Participant participant, KafkaSettings settings) {
        return new Clients(participant, settings);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(Clients clients, Participant participant, KafkaSettings settings) {
        var admin = clients.admin();
        new Topics(admin, participant, settings).makeAndCheck();
        return admin;
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> kafkaProducer(Clients clients) {
        return clients.producer();
    }

    @Bean
    Contracts contracts() {
        return new Contracts();
    }

    @Bean
    Doorkeeper doorkeeper(Contracts contracts) {
        return new Doorkeeper(contracts);
    }

    @Bean
    HeardRows heard(JdbcClient jdbc) {
        return new HeardRows(jdbc);
    }

    @Bean
    Delivery delivery(List<MessageHandler> handlers, ObjectProvider<ObservationRegistry> observations) {
        return new Delivery(handlers, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    RefusedMessages refusedMessages(
            JdbcClient jdbc,
            PersonalTexts texts,
            ObjectProvider<Refusals> refusals,
            Clock clock,
            MeterRegistry meters) {
        return new RefusedMessages(
                jdbc, new SealedBytes(texts), Optional.ofNullable(refusals.getIfAvailable()), clock, meters);
    }

    @Bean
    ParkedMessages parkedMessages(
            JdbcClient jdbc,
            PersonalTexts texts,
            Doorkeeper doorkeeper,
            Delivery delivery,
            HeardRows heard,
            RefusedMessages refused,
            Clock clock) {
        return new ParkedMessages(
                new ParkedRows(jdbc, new SealedBytes(texts)), doorkeeper, delivery, heard, refused, clock);
    }

    @Bean
    Watermarks watermarks(JdbcClient jdbc, List<MessageHandler> handlers, Clock clock) {
        return new Watermarks(jdbc, topicsOf(handlers), clock);
    }

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            Doorkeeper doorkeeper,
            Delivery delivery,
            ParkedMessages parked,
            RefusedMessages refused,
            HeardRows heard,
            Watermarks watermarks,
            PlatformTransactionManager transactions) {
        return new Inbox(
                doorkeeper,
                delivery,
                parked,
                refused,
                heard,
                new HandledOffsets(jdbc),
                watermarks,
                new TransactionTemplate(transactions));
    }

    /** The broker's admin client comes first: where a topic is wrong, nothing is read. */
    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> readers(
            Clients clients, Admin admin, List<MessageHandler> handlers, Inbox inbox) {
        var topics = new TreeSet<>(topicsOf(handlers));
        topics.add(Watermarks.TOPIC);
        return clients.readers(topics, inbox);
    }

    @Bean
    Backlog backlog(JdbcClient jdbc, PersonalTexts texts, Admin admin, List<MessageHandler> handlers, Clock clock) {
        return new Backlog(
                topicsOf(handlers),
                admin,
                new HandledOffsets(jdbc),
                new ParkedRows(jdbc, new SealedBytes(texts)),
                clock);
    }

    @Bean
    PublishedKeys publishedKeys(JdbcClient jdbc) {
        return new PublishedKeys(jdbc);
    }

    @Bean
    Publisher publisher(
            Participant participant,
            ObjectProvider<Outbox> outbox,
            Producer<String, byte[]> producer,
            PublishedKeys published,
            Contracts contracts) {
        return new Publisher(
                participant, outbox.getIfAvailable(() -> _ -> Optional.empty()), producer, published, contracts);
    }

    @Bean
    MessagingMeters messagingMeters(
            MeterRegistry registry,
            ParkedMessages parked,
            Watermarks watermarks,
            List<MessageHandler> handlers,
            ConcurrentMessageListenerContainer<String, byte[]> readers) {
        var producers = handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .map(MessageType::producer)
                .filter(producer -> !producer.equals("hr"))
                .collect(Collectors.toSet());
        return new MessagingMeters(registry, parked, watermarks, producers, () -> lag(readers));
    }

    @Bean
    Heartbeat heartbeat(
            Participant participant,
            KafkaSettings settings,
            JdbcClient jdbc,
            PublishedKeys published,
            Admin admin,
            Producer<String, byte[]> producer,
            ParkedMessages parked,
            RefusedMessages refused,
            MessagingMeters meters,
            Clock clock,
            Ids ids) {
        var watermarks =
                new WatermarkTeller(participant, new LogTime(jdbc, clock), published, admin, producer, clock, ids);
        return new Heartbeat(participant, settings, watermarks, parked, refused, meters, clock);
    }

    @Bean
    NewsHealth news(ConcurrentMessageListenerContainer<String, byte[]> readers, Heartbeat heartbeat) {
        return new NewsHealth(readers, heartbeat);
    }

    private static Set<String> topicsOf(List<MessageHandler> handlers) {
        return handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .map(MessageType::topic)
                .collect(Collectors.toSet());
    }

    private static double lag(ConcurrentMessageListenerContainer<String, byte[]> readers) {
        return readers.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .mapToDouble(metric -> metric.getValue().metricValue() instanceof Double lag && !lag.isNaN() ? lag : 0)
                .max()
                .orElse(0);
    }
}

package no.oppfolging.local.bench;

import java.util.function.Supplier;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.LocalKafka;
import no.oppfolging.platform.testing.ServiceName;

/**
 * From a command in one service over the broker to another service's view: command, log, topic, contract, inbox,
 * command, log, view. And how fast a service catches up with what was told while it was away.
 */
final class Telling {
    private static final String HOP = "command → Kafka → another service's view";
    private static final String CATCH_UP = "consume with inbox";
    private static final String TOPIC = "oppfolging.meeting.v1";

    private final Rounds rounds;
    private final Paths paths;
    private final LocalKafka broker;

    private Telling(Rounds rounds, Paths paths, LocalKafka broker) {
        this.rounds = rounds;
        this.paths = paths;
        this.broker = broker;
    }

    static void measure(Rounds rounds, Paths paths) {
        try (var broker = LocalKafka.start()) {
            new Telling(rounds, paths, broker).measure();
        }
    }

    private void measure() {
        var plain = new PlainInbox(
                paths.postgres().freshDatabase(ServiceName.NOTIFICATIONS), broker.login(KafkaServer.ADMIN));
        var heard = paths.postgres().freshDatabase(ServiceName.CASES);
        var streams = rounds.scale().streams();
        var meetings = broker.login(ServiceName.MEETINGS);
        try (var telling = OurLog.telling(paths.postgres().freshDatabase(ServiceName.MEETINGS), streams, meetings)) {
            try (var hearing = OurLog.hearing(heard, streams, broker.login(ServiceName.CASES))) {
                hop(telling, hearing);
            }
            rounds.each(() -> {
                var told = told(telling);
                try (var hearing = OurLog.hearing(heard, streams, broker.login(ServiceName.CASES))) {
                    rounds.add(CATCH_UP + ", messages/s", "ours, a command each", caughtUp(hearing, told));
                }
                rounds.add(
                        CATCH_UP + ", messages/s", "plain, a row each", Rounds.perSecond(() -> plain.consume(TOPIC)));
            });
        }
        rounds.tell(HOP + " at 500/s: p50 in ms", rounds.median(HOP + ", p50 ms", "ours"), "≤ 15");
        rounds.tell(HOP + " at 500/s: p99 in ms", rounds.median(HOP + ", p99 ms", "ours"), "≤ 60");
        rounds.tell(
                CATCH_UP + ": messages/s", rounds.median(CATCH_UP + ", messages/s", "ours, a command each"), "≥ 40000");
    }

    private void hop(OurLog telling, OurLog hearing) {
        Supplier<Long> ours = () -> {
            var tally = rounds.nextId();
            telling.begin(tally);
            return hearing.view().shownAt(tally);
        };
        rounds.warmPaced(ours);
        rounds.each(() -> rounds.delay(HOP, "ours", ours));
    }

    /** Told while nobody hears; the topic has it when it has been published. */
    private long told(OurLog telling) {
        var before = telling.log().head();
        rounds.runMany(() -> () -> {
            telling.begin(rounds.nextId());
            return 1;
        });
        var head = telling.log().head();
        telling.awaitPublished(head);
        return head - before;
    }

    /** From the first that is shown to the last. */
    private static double caughtUp(OurLog hearing, long told) {
        hearing.view().awaitShown(1);
        var begun = System.nanoTime();
        var first = hearing.view().shown();
        hearing.view().awaitShown(told);
        return (told - first) / ((System.nanoTime() - begun) / 1e9);
    }
}

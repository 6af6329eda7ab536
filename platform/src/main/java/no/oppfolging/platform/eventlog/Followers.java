package no.oppfolging.platform.eventlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.SmartLifecycle;

/** Everything of a service that follows its log, each with a place of its own: subscribers and automations. */
public final class Followers implements SmartLifecycle, ViewPositions {
    private static final int BATCH = 500;

    private final ServiceName service;
    private final LogEventStore store;
    private final TokenStore places;
    private final TransactionManager transactions;
    private final ViewVersions versions;
    private final StoredPlaces stored;
    private final Map<String, ViewVersion> views = new LinkedHashMap<>();
    private final Map<String, PooledStreamingEventProcessor> processors = new LinkedHashMap<>();
    private volatile boolean running;

    Followers(
            ServiceName service,
            LogEventStore store,
            TokenStore places,
            TransactionManager transactions,
            List<Subscriber> subscribers,
            List<Automation> automations,
            Commands commands,
            Failures failures,
            ViewVersions versions,
            StoredPlaces stored) {
        this.service = service;
        this.store = store;
        this.places = places;
        this.transactions = transactions;
        this.versions = versions;
        this.stored = stored;
        versions.all().forEach(version -> views.put(version.name(), version));
        Stream.concat(views.values().stream(), subscribers.stream())
                .forEach(it -> follow(it.name(), new SubscriberInvoker(it, failures), this.transactions, BATCH));
        automations.forEach(automation -> follow(
                automation.name(),
                new AutomationInvoker(service, automation, commands, failures),
                NoTransactionManager.INSTANCE,
                1));
    }

    private void follow(String name, EventHandlerInvoker invoker, TransactionManager manager, int batch) {
        var processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(store.readBy(name))
                .tokenStore(places)
                .transactionManager(manager)
                .coordinatorExecutor((String it) -> thread(it + "-coordinator"))
                .workerExecutor((String it) -> thread(it))
                .initialSegmentCount(1)
                .initialToken(_ -> new GlobalSequenceTrackingToken(0))
                .batchSize(batch)
                .build();
        if (processors.put(name, processor) != null) {
            throw new IllegalArgumentException("Two followers are named " + name);
        }
    }

    private ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(service + "-" + name).daemon().factory());
    }

    /** What follows the log now: of each view the version that is read. */
    public List<String> names() {
        return processors.keySet().stream().filter(this::isFollowing).toList();
    }

    /** All that ever may. */
    Iterable<String> all() {
        return processors.keySet();
    }

    boolean isFollowing(String name) {
        var version = views.get(name);
        return version == null || versions.isRead(version);
    }

    /**
     * The position that a follower, or the version of a view that is read, has come to, here or on another instance; 0
     * when it has not begun.
     */
    @Override
    public long positionOf(String name) {
        if (versions.isView(name)) {
            return positionOf(versions.read(name));
        }
        var processor = processors.get(name);
        if (processor == null) {
            throw new IllegalArgumentException("Nothing that follows the log is named " + name);
        }
        var here = processor.processingStatus().values();
        if (here.isEmpty()) {
            return stored.of(name);
        }
        return here.stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .min()
                .orElse(0);
    }

    /** Another version of a view may be read now: it begins to follow the log, and the one before it rests. */
    synchronized void followWhatIsRead() {
        if (!running) {
            return;
        }
        for (var name : views.keySet()) {
            var processor = Objects.requireNonNull(processors.get(name), name);
            if (isFollowing(name) && !processor.isRunning()) {
                processor.start();
            } else if (!isFollowing(name) && processor.isRunning()) {
                processor.shutDown();
            }
        }
    }

    @Override
    public synchronized void start() {
        names().forEach(name ->
                Objects.requireNonNull(processors.get(name), name).start());
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        processors.values().stream()
                .filter(PooledStreamingEventProcessor::isRunning)
                .map(PooledStreamingEventProcessor::shutdownAsync)
                .toList()
                .forEach(done -> done.join());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package no.oppfolging.platform.eventlog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands over Axon's bus, gives every command id one answer, and tries a lost race again with a fresh load. */
final class AxonCommands implements Commands {
    private static final int ATTEMPTS = 12;

    private final CommandBus bus;
    private final LogEngine engine;
    private final ExecutorService outside;
    private final UnaryOperator<String> hash;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param outside where a command runs that is sent from within another unit of work, whose transaction it must not
     *     join
     * @param hash what is kept of a request, so that nobody can guess it who has the database alone
     */
    AxonCommands(CommandBus bus, LogEngine engine, ExecutorService outside, UnaryOperator<String> hash) {
        this.bus = bus;
        this.engine = engine;
        this.outside = outside;
        this.hash = hash;
    }

    @Override
    public Answer send(DomainCommand command, CommandOrigin origin) {
        var kept = origin.keeping(hash);
        return CurrentUnitOfWork.isStarted() ? sendOutside(command, kept) : sendHere(command, kept);
    }

    private Answer sendOutside(DomainCommand command, CommandOrigin origin) {
        try {
            return CompletableFuture.supplyAsync(() -> sendHere(command, origin), outside)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Answer sendHere(DomainCommand command, CommandOrigin origin) {
        for (var attempt = 1; ; attempt++) {
            try {
                return attempt(command, new Handling(origin, command.target().value(), attempt > 1));
            } catch (LogEngine.AnsweredAlready e) {
                return firstAnswer(command, origin, e.before());
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                stepAside(attempt);
            }
        }
    }

    /** Those who lost the same race come back at different moments, later each time. */
    private static void stepAside(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1L << Math.min(attempt, 6)) * 1_000_000);
    }

    private Answer attempt(DomainCommand command, Handling handling) {
        try {
            dispatch(command, handling);
        } catch (StaleVersion stale) {
            engine.requireFirstAndFresh(handling);
            throw stale;
        } catch (Refusal refusal) {
            if (refusal.isForNow()) {
                engine.requireFirstAndFresh(handling);
            } else {
                engine.answerWithoutEvents(handling, Optional.of(stored(refusal)));
            }
            throw refusal;
        }
        return handling.answer().orElseGet(() -> engine.answerWithoutEvents(handling, Optional.empty()));
    }

    private void dispatch(DomainCommand command, Handling handling) {
        var callback = new FutureCallback<DomainCommand, Object>();
        bus.dispatch(new GenericCommandMessage<>(command, Map.of(Handling.KEY, handling)), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(result.exceptionResult());
        }
    }

    private Answer firstAnswer(DomainCommand command, CommandOrigin origin, AppendRequest.AnsweredBefore before) {
        if (!before.answer().stream().equals(command.target().value()) || isAnother(origin.asked(), before.asked())) {
            throw new CommandIdUsedElsewhere();
        }
        before.refusal().ifPresent(refusal -> {
            throw read(refusal);
        });
        return before.answer();
    }

    /** Of what was answered before requests were kept, only the stream is known. */
    private static boolean isAnother(Optional<String> asked, Optional<String> askedBefore) {
        return asked.isPresent() && askedBefore.isPresent() && !asked.equals(askedBefore);
    }

    private String stored(Refusal refusal) {
        return json.writeValueAsString(Map.of("rule", refusal.rule(), "arguments", refusal.arguments()));
    }

    private RefusedBefore read(String refusal) {
        var fields = json.readTree(refusal);
        var arguments = new HashMap<String, String>();
        fields.get("arguments")
                .propertyStream()
                .forEach(entry -> arguments.put(entry.getKey(), entry.getValue().asString()));
        return new RefusedBefore(fields.get("rule").asString(), arguments);
    }

    /** The refusal that a command id got the first time. */
    private static final class RefusedBefore extends Refusal {
        RefusedBefore(String rule, Map<String, String> arguments) {
            super(rule, arguments);
        }
    }
}

package no.oppfolging.local.accidents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.oppfolging.local.accidents.Accident.Point;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.messaging.MessageHandler;
import org.apache.kafka.clients.producer.Producer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Watches from outside what a service does through the platform's own interfaces, and has the planned accident there.
 * Named in {@code META-INF/spring.factories} of the tests: the program itself knows nothing of it.
 */
public final class AccidentInService implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext service) {
        Accident.planned().ifPresent(accident -> service.getBeanFactory().addBeanPostProcessor(new Watch(accident)));
    }

    /** A method of a part that is called. */
    private record Call(String name, List<Object> arguments) {}

    /** What is seen before a call and after it. */
    private record Spectator(Consumer<Call> before, Consumer<Call> after) {
        static Spectator before(Consumer<Call> seen) {
            return new Spectator(seen, _ -> {});
        }

        static Spectator after(Consumer<Call> seen) {
            return new Spectator(_ -> {}, seen);
        }
    }

    private static final class Watch implements BeanPostProcessor {
        private static final AtomicInteger TIMES = new AtomicInteger();

        private final Accident accident;
        /** Whether this thread has told news that its token does not know of yet. */
        private final ThreadLocal<Boolean> told = ThreadLocal.withInitial(() -> false);

        Watch(Accident accident) {
            this.accident = accident;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean) {
                case TokenStore places -> watched(TokenStore.class, places, beforeToken());
                case Producer<?, ?> broker -> watched(Producer.class, broker, afterAcknowledgement());
                case MessageHandler handler -> watched(MessageHandler.class, handler, afterEffect());
                case Commands commands -> watched(Commands.class, commands, beforeCommand());
                default -> bean;
            };
        }

        private Spectator beforeToken() {
            return Spectator.before(call -> {
                if (call.name().equals("storeToken")) {
                    comeBy(Point.BETWEEN_APPEND_AND_TOKEN);
                    if (told.get()) {
                        told.set(false);
                        comeBy(Point.BETWEEN_ACKNOWLEDGEMENT_AND_TOKEN);
                    }
                }
            });
        }

        private Spectator afterAcknowledgement() {
            return Spectator.after(call -> told.set(told.get() || call.name().equals("flush")));
        }

        private Spectator afterEffect() {
            return Spectator.after(call -> {
                if (call.name().equals("handle")) {
                    comeBy(Point.BETWEEN_EFFECT_AND_HEARD);
                }
            });
        }

        private Spectator beforeCommand() {
            return Spectator.before(call -> {
                if (call.arguments().getFirst().getClass().getSimpleName().equals("RecordSent")) {
                    comeBy(Point.BETWEEN_MAIL_AND_EVENT);
                }
            });
        }

        private void comeBy(Point point) {
            if (point == accident.point() && TIMES.incrementAndGet() == accident.time()) {
                Runtime.getRuntime().halt(Accident.KILLED);
            }
        }

        private static <T> Object watched(Class<T> type, T real, Spectator spectator) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, called, arguments) -> {
                var given = arguments == null ? new Object[0] : arguments;
                if (called.getDeclaringClass() == Object.class) {
                    return call(real, called, given);
                }
                var call = new Call(called.getName(), Arrays.asList(given));
                spectator.before().accept(call);
                var answer = call(real, called, given);
                spectator.after().accept(call);
                return answer;
            });
        }

        private static @Nullable Object call(Object real, Method called, Object[] arguments) throws Throwable {
            try {
                return called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }
}

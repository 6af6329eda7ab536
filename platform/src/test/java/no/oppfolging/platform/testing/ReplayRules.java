package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventCodec;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.Followers;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What has happened leads to the same, however it is told again: states from events, and views from the log. */
public final class ReplayRules {
    private static final OrganisationNumber ORGANISATION = new OrganisationNumber(RunningService.ORGANISATION);
    private static final int PAGE = 500;

    private ReplayRules() {}

    /** A history folded twice, in pieces, or after it has been stored and read gives one and the same state. */
    public static <S, E extends DomainEvent> void leadsToTheSame(
            EventCatalogue catalogue, Class<E> kind, S unborn, BiFunction<S, E, S> evolve, List<E> history) {
        var state = fold(unborn, evolve, history);
        assertThat(fold(unborn, evolve, history)).as("folded twice").isEqualTo(state);
        assertThat(fold(unborn, evolve, storedAndRead(catalogue, kind, history)))
                .as("folded from its stored form")
                .isEqualTo(state);
        var pieces = states(unborn, evolve, history);
        for (var at = 0; at <= history.size(); at++) {
            assertThat(fold(pieces.get(at), evolve, history.subList(at, history.size())))
                    .as("folded on from event %s", at)
                    .isEqualTo(state);
            assertThat(pieces.get(at))
                    .as("what stood after event %s, when more had happened", at)
                    .isEqualTo(fold(unborn, evolve, history.subList(0, at)));
        }
    }

    private static <S, E> S fold(S from, BiFunction<S, E, S> evolve, List<E> events) {
        return states(from, evolve, events).getLast();
    }

    /** The state before the first event, and after each. */
    private static <S, E> List<S> states(S from, BiFunction<S, E, S> evolve, List<E> events) {
        var states = new ArrayList<S>();
        states.add(from);
        for (var event : events) {
            states.add(evolve.apply(states.getLast(), event));
        }
        return states;
    }

    private static <E extends DomainEvent> List<E> storedAndRead(
            EventCatalogue catalogue, Class<E> kind, List<E> history) {
        var codec = new EventCodec(catalogue, new UnsealedTexts(), List.of());
        return history.stream()
                .map(event -> {
                    var place = new Place(ORGANISATION, event.stream().value(), 1, event.caseRef());
                    return kind.cast(codec.decode(codec.encode(event, place), place));
                })
                .toList();
    }

    /** Every stream of a kind that a running service has stored, folded however one likes, gives the same. */
    public static <S, E extends DomainEvent> void everyStreamLeadsToTheSame(
            RunningService service, Class<E> kind, S unborn, BiFunction<S, E, S> evolve) {
        var streams = new LinkedHashMap<UUID, List<E>>();
        forEachPage(
                service.bean(EventLog.class),
                page -> page.forEach(recorded -> {
                    if (kind.isInstance(recorded.event())) {
                        streams.computeIfAbsent(recorded.stream(), _ -> new ArrayList<>())
                                .add(kind.cast(recorded.event()));
                    }
                }));
        assertThat(streams).as("streams in the log").isNotEmpty();
        streams.values()
                .forEach(history -> leadsToTheSame(service.bean(EventCatalogue.class), kind, unborn, evolve, history));
    }

    /**
     * Every view built anew from the log holds the rows that grew while things happened.
     *
     * @param sealed columns that hold sealed texts, which are never sealed twice to the same
     */
    public static Stream<DynamicTest> viewsBuiltAnewAreTheSame(RunningService service, Set<String> sealed) {
        var jdbc = service.bean(JdbcClient.class);
        var following = service.bean(Followers.class).names();
        return service.beans(Subscriber.class).stream()
                .filter(view -> following.contains(view.name()))
                .filter(view -> !tablesOf(jdbc, view).isEmpty())
                .map(view -> DynamicTest.dynamicTest(view.name(), () -> isTheSameBuiltAnew(service, view, sealed)));
    }

    private static void isTheSameBuiltAnew(RunningService service, Subscriber view, Set<String> sealed) {
        var log = service.bean(EventLog.class);
        var jdbc = service.bean(JdbcClient.class);
        Awaitility.await().until(() -> service.bean(ViewPositions.class).positionOf(view.name()) >= log.head());
        var tables = tablesOf(jdbc, view);
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(unchanged -> {
            unchanged.setRollbackOnly();
            var grown = rows(jdbc, tables, sealed);
            tables.forEach(table -> jdbc.sql("delete from " + table).update());
            forEachPage(log, view::receive);
            assertThat(rows(jdbc, tables, sealed)).isEqualTo(grown);
            assertThat(grown.values()).as("rows of the view").anyMatch(rows -> !rows.isEmpty());
        });
    }

    private static void forEachPage(EventLog log, Consumer<List<RecordedEvent>> each) {
        var page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            each.accept(page);
            page = log.after(page.getLast().position(), PAGE);
        }
    }

    /** A view's tables lie in a schema of its name. */
    private static List<String> tablesOf(JdbcClient jdbc, Subscriber view) {
        return jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                 where table_schema = :view order by table_name
                """)
                .param("view", view.name())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static Map<String, List<String>> rows(JdbcClient jdbc, List<String> tables, Set<String> sealed) {
        var rows = new TreeMap<String, List<String>>();
        for (var table : tables) {
            rows.put(
                    table,
                    jdbc.sql("select (to_jsonb(it) - cast(:sealed as text[]))::text from " + table + " it order by 1")
                            .param("sealed", sealed.toArray(String[]::new))
                            .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                            .list());
        }
        return rows;
    }
}

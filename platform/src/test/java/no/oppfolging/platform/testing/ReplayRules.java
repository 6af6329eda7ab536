package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import no.oppfolging.platform.eventlog.Rebuild;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has happened leads to the same, however it is told again: states from events, and views from the log. */
public final class ReplayRules {
    private static final OrganisationNumber ORGANISATION = new OrganisationNumber(RunningService.ORGANISATION);
    private static final int PAGE = 500;
    private static final Duration A_LONG_LOG = Duration.ofMinutes(5);

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
     * Every view built from nothing, beside the one that is read and by the machinery that serves the operator, holds
     * the rows that grew while things happened; and is the one that is read when it has caught up.
     *
     * @param sealed columns that hold sealed texts, which are never sealed twice to the same
     */
    public static Stream<DynamicTest> viewsBuiltAnewAreTheSame(RunningService service, Set<String> sealed) {
        return service.bean(Rebuilds.class).all().stream()
                .map(Rebuild::view)
                .map(view -> DynamicTest.dynamicTest(view, () -> isTheSameBuiltAnew(service, view, sealed)));
    }

    private static void isTheSameBuiltAnew(RunningService service, String view, Set<String> sealed) {
        var log = service.bean(EventLog.class);
        var rebuilds = service.bean(Rebuilds.class);
        long head;
        do {
            Awaitility.await()
                    .atMost(A_LONG_LOG)
                    .until(() -> service.bean(ViewPositions.class).positionOf(view) >= log.head());
            head = log.head();
            var before = stateOf(rebuilds, view).read();
            var grown = rows(service, before, sealed);
            assertThat(grown.values()).as("rows of the view").anyMatch(rows -> !rows.isEmpty());

            assertThat(rebuilds.begin(view)).as("is begun").isTrue();
            Awaitility.await()
                    .atMost(A_LONG_LOG)
                    .until(() -> stateOf(rebuilds, view).state() == Rebuild.State.DONE);
            var now = stateOf(rebuilds, view).read();
            assertThat(now).as("read").isNotEqualTo(before);
            var built = rows(service, now, sealed);
            if (log.head() == head) {
                assertThat(built).isEqualTo(grown);
            }
        } while (log.head() != head);
    }

    private static Rebuild stateOf(Rebuilds rebuilds, String view) {
        return rebuilds.find(view).orElseThrow();
    }

    private static void forEachPage(EventLog log, Consumer<List<RecordedEvent>> each) {
        var page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            each.accept(page);
            page = log.after(page.getLast().position(), PAGE);
        }
    }

    private static List<String> tablesOf(JdbcClient jdbc, String schema) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = :schema")
                .param("schema", schema)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static Map<String, List<String>> rows(RunningService service, String schema, Set<String> sealed) {
        var jdbc = service.bean(JdbcClient.class);
        var rows = new TreeMap<String, List<String>>();
        for (var table : tablesOf(jdbc, schema)) {
            rows.put(
                    table,
                    jdbc.sql("select (to_jsonb(it) - cast(:sealed as text[]))::text from " + schema + "." + table
                                    + " it order by 1")
                            .param("sealed", sealed.toArray(String[]::new))
                            .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                            .list());
        }
        return rows;
    }
}
